"""The e-mail channel against a real server on a real socket."""

import pytest

from huiyin.mailroom.channels.envelope import Envelope, Permanent, Sent, Temporary
from huiyin.mailroom.channels.smtp import Smtp
from tests.mailroom.postoffice import PostOffice

ENVELOPE = Envelope("0197-ref", "zhao@example.gov.cn", "信访工作提醒", "今天要办 2 件。")


@pytest.fixture
def office():
    with PostOffice() as office:
        yield office
        office.shutdown()


def test_a_message_arrives_with_its_words_and_a_name_made_from_its_reference(office):
    assert Smtp(office.url).send(ENVELOPE) == Sent()
    letter = office.letters[0]
    assert (letter["To"], letter["From"], letter["Subject"]) == (
        "zhao@example.gov.cn",
        "petitions@example.gov.cn",
        "信访工作提醒",
    )
    assert letter["Message-ID"] == "<0197-ref@example.gov.cn>"
    assert letter.get_content().strip() == "今天要办 2 件。"


@pytest.mark.parametrize(("code", "outcome"), [(550, Permanent), (452, Temporary)])
def test_only_a_final_refusal_of_the_address_is_final(office, code, outcome):
    office.refuses = code
    assert Smtp(office.url).send(ENVELOPE) == outcome(f"smtp: {code}")


def test_a_server_that_is_away_is_asked_again_later():
    assert isinstance(Smtp("smtp://127.0.0.1:1/").send(ENVELOPE), Temporary)


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp://mail.example.gov.cn", 25, False, False),
        ("smtp://u:p%40ss@mail.example.gov.cn:587", 587, False, True),
        ("smtps://u:p@mail.example.gov.cn", 465, True, False),
        ("smtp://mail.example.gov.cn?tls=starttls", 25, False, True),
    ],
)
def test_an_address_says_how_to_connect(url, port, ssl, tls):
    backend = Smtp(url).backend
    assert (backend.port, backend.use_ssl, backend.use_tls) == (port, ssl, tls)
