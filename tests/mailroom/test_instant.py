"""When something was received, however a sheet writes it."""

import pytest

from huiyin.mailroom.incoming.instant import instant


@pytest.mark.parametrize(
    "text",
    [
        "2019/2/14  20:00:00",
        "2019-02-14 20:00:00",
        "2019-02-14T20:00:00",
        "2019-02-14T20:00:00+08:00",
        "2019-02-14T12:00:00Z",
        "2019.2.14 20:00",
        "2019年2月14日20:00",
        "2019年2月14日 20点00分",
        "２０１９/２/１４ ２０:００",
    ],
)
def test_one_instant_however_it_is_written(text):
    at = instant(text)
    assert at is not None and at.isoformat() in ("2019-02-14T20:00:00+08:00", "2019-02-14T12:00:00+00:00")


def test_a_day_alone_is_its_midnight_here():
    assert instant("2019/2/14").isoformat() == "2019-02-14T00:00:00+08:00"


@pytest.mark.parametrize(
    "text", ["", "昨天", "43510.8", "2019-02-30", "14/2/2019", "2019-2-14 25:00", "3.40E+17"]
)
def test_what_is_no_instant_is_not_guessed(text):
    assert instant(text) is None
