"""What the ruler says: the date and the days, always both."""

from dataclasses import replace
from datetime import date

import pytest

from huiyin.papers import ruler

TODAY = date(2026, 11, 23)
RUNNING = ruler.Span(
    received=date(2026, 9, 21),
    today=TODAY,
    accepted=date(2026, 9, 30),
    due=date(2026, 11, 30),
    longest=date(2026, 12, 29),
)


@pytest.mark.parametrize(
    ("due", "state", "said"),
    [
        (date(2026, 11, 30), "running", "法定 11月30日（周一），还有 7 天"),
        (date(2026, 11, 26), "soon", "法定 11月26日（周四），还有 3 天"),
        (date(2026, 11, 23), "soon", "法定 11月23日（周一），今天到期"),
        (date(2026, 11, 16), "overdue", "法定 11月16日（周一），超 7 天"),
        (None, "open", "还没有期限"),
    ],
)
def test_the_sentence_gives_the_date_and_the_days(due: date | None, state: str, said: str) -> None:
    span = replace(RUNNING, due=due)

    assert (span.state, ruler.text(span)) == (state, said)


def test_a_date_of_another_year_carries_its_year() -> None:
    span = ruler.Span(date(2026, 11, 23), date(2026, 12, 22), date(2026, 12, 3), date(2027, 2, 1))

    assert ruler.text(span) == "法定 2027年2月1日（周一），还有 41 天"
    assert ruler.text(span, "en") == "Due 1 February 2027 (Mon), 41 days left"


def test_one_day_is_singular_in_english() -> None:
    assert ruler.left(replace(RUNNING, today=date(2026, 11, 29)), "en") == "1 day left"


def test_rows_say_in_words_what_the_drawing_shows() -> None:
    rows = ruler.rows(RUNNING)

    assert [row.word for row in rows] == ["收", "受理", "今天", "法定", "最长"]
    assert rows[2].note == "第 54 天"
    assert rows[3].note == "还有 7 天"
