"""时尺: widths are calendar days, today is one line, what is late goes on past the end."""

import re
from dataclasses import replace
from datetime import date, timedelta

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
OVERDUE = replace(RUNNING, due=date(2026, 11, 16))


def band(drawing: str, kind: str) -> tuple[float, float]:
    """x and width of the first band of a kind, in the drawing's own unit."""
    found = re.search(
        rf'<rect class="[^"]*{kind}[^"]*" x="([\d.]+)%?" y="[\d.]+" width="([\d.]+)%?"', drawing
    )
    assert found
    return float(found[1]), float(found[2])


def lines(drawing: str, kind: str) -> list[float]:
    """x of every upright line of a kind."""
    return [float(x) for x in re.findall(rf'<line class="[^"]*{kind}[^"]*" x1="([\d.]+)%?"', drawing)]


def labels(drawing: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawing)


@pytest.mark.parametrize("days", range(-70, 70, 7))
def test_today_is_at_136_in_every_row_of_the_list(days: int) -> None:
    span = ruler.Span(TODAY - timedelta(days=abs(days)), TODAY, due=TODAY + timedelta(days=days))

    assert lines(ruler.mini(span), "ruler-today") == [136]


def test_the_head_of_the_list_has_today_where_its_rows_have_it() -> None:
    assert lines(ruler.mini_head(TODAY), "ruler-today") == [136]
    assert "今天 11月23日" in labels(ruler.mini_head(TODAY))


def test_a_row_is_drawn_at_two_and_a_fifth_px_a_day() -> None:
    x, width = band(ruler.mini(RUNNING), "ruler-elapsed")

    assert width == pytest.approx(54 * 264 / 120, abs=0.01)
    assert x + width == pytest.approx(136, abs=0.01)


def test_a_row_that_began_before_the_window_shows_an_arrow() -> None:
    old = replace(RUNNING, accepted=date(2026, 6, 1), received=date(2026, 6, 1))

    assert "ruler-arrow" in ruler.mini(old)
    assert "ruler-arrow" not in ruler.mini(RUNNING)


def test_widths_are_proportional_to_calendar_days() -> None:
    drawing = ruler.full(RUNNING).svg
    _, elapsed = band(drawing, "ruler-elapsed")
    _, to_come = band(drawing, "ruler-frame")

    assert elapsed / to_come == pytest.approx(54 / 7, rel=0.001)
    assert elapsed == pytest.approx(100 * 54 / 99, abs=0.01)


def test_what_is_overdue_goes_on_past_the_end_up_to_today() -> None:
    drawing = ruler.full(OVERDUE).svg
    x, width = band(drawing, "ruler-frame ruler-late")

    assert x == pytest.approx(lines(drawing, "ruler-due")[0], abs=0.01)
    assert x + width == pytest.approx(lines(drawing, "ruler-today")[0], abs=0.01)
    assert width == pytest.approx(100 * 7 / 63, abs=0.01)


def test_an_overdue_term_shows_no_longer_date_because_none_can_be_granted() -> None:
    assert "最长" not in "".join(labels(ruler.full(OVERDUE).svg))


def test_before_acceptance_the_band_runs_from_the_day_it_was_received() -> None:
    waiting = ruler.Span(TODAY, TODAY + timedelta(days=5), due=date(2026, 12, 8), promise="告诉您谁来办")

    assert band(ruler.full(waiting).svg, "ruler-elapsed")[0] == 0
    assert ruler.text(waiting) == "12月8日（周二）前告诉您谁来办，还有 10 天"


def test_the_clock_does_not_run_between_received_and_accepted() -> None:
    drawing = ruler.full(RUNNING).svg

    assert lines(drawing, "ruler-idle") == [0]
    assert band(drawing, "ruler-elapsed")[0] == pytest.approx(100 * 9 / 99, abs=0.01)


def test_a_paused_clock_has_a_gap_without_a_band() -> None:
    paused = replace(RUNNING, due=date(2026, 12, 20), paused_on=date(2026, 11, 3))
    x, width = band(ruler.full(paused).svg, "ruler-elapsed")

    assert x + width < lines(ruler.full(paused).svg, "ruler-today")[0]
    assert ruler.text(paused) == "11月3日（周二）起暂停计时"
    assert ruler.left(paused) == "暂停计时"


def test_an_extended_term_keeps_its_old_date() -> None:
    extended = replace(RUNNING, due=date(2026, 12, 14), old_due=date(2026, 11, 30))

    assert "原 11月30日" in labels(ruler.full(extended).svg)
    assert "ruler-gap" in ruler.mini(extended)


def test_an_extension_asked_for_is_framed_from_the_old_date_to_the_new() -> None:
    asked = replace(RUNNING, asked=date(2026, 12, 14))
    drawing = ruler.full(asked).svg

    assert band(drawing, "ruler-asked")[1] == pytest.approx(100 * 14 / 99, abs=0.01)
    assert {"原 11月30日", "新 12月14日", "最长 12月29日"} <= set(labels(drawing))


def test_a_finished_term_shows_the_day_of_the_answer_and_not_today() -> None:
    ended = replace(RUNNING, ended=date(2026, 11, 10))
    drawing = ruler.full(ended).svg

    assert "答复 11月10日" in labels(drawing)
    assert not lines(drawing, "ruler-today")
    assert ruler.text(ended) == "11月10日（周二）已答复，提前 20 天"


@pytest.mark.parametrize("width", ["phone", "large", "narrow", "desk", "matter"])
@pytest.mark.parametrize("days", [0, 1, 5, 53, 60])
def test_today_and_the_legal_date_never_give_way(width: str, days: int) -> None:
    span = replace(RUNNING, today=RUNNING.start + timedelta(days=days))
    said = labels(ruler.full(span, width).svg)

    assert any(one.startswith("今天 ") for one in said)
    assert "法定 11月30日" in said


def test_labels_give_way_in_their_order() -> None:
    said = labels(ruler.full(RUNNING, "narrow").svg)

    assert said == ["收", "受理", "法定 11月30日", "最长", "今天 11月23日"]


def test_wide_enough_nothing_gives_way() -> None:
    said = labels(ruler.full(RUNNING, "matter").svg)

    assert said == ["收 9月21日", "受理 9月30日", "法定 11月30日", "最长 12月29日", "今天 11月23日"]


def test_no_drawing_carries_a_style_that_a_strict_policy_would_block() -> None:
    steps = (ruler.Step(0, "当天"), ruler.Step(15, "15 天内"), ruler.Step(75, "受理后 60 天内", clock=True))
    drawings = (
        ruler.full(RUNNING).svg + ruler.mini(OVERDUE) + ruler.mini_head(TODAY) + ruler.level(steps, 1104)
    )
    drawings += "".join(stretch.svg for stretch in ruler.vertical(steps))

    assert "style" not in drawings
    assert "<script" not in drawings


def test_two_different_drawings_do_not_share_a_pattern() -> None:
    one = re.findall(r'<pattern id="(\w+)"', ruler.full(RUNNING).svg)
    two = re.findall(r'<pattern id="(\w+)"', ruler.full(OVERDUE).svg)

    assert one
    assert not set(one) & set(two)


def test_the_upright_ruler_is_four_px_a_day() -> None:
    steps = (ruler.Step(0, "今天"), ruler.Step(15, "12月8日前"), ruler.Step(75, "受理后 60 天内", clock=True))
    heights = [re.search(r'height="(\d+)"', stretch.svg)[1] for stretch in ruler.vertical(steps)]  # type: ignore[index]

    assert heights == ["60", "240", "3"]


def test_a_matter_far_out_of_time_is_still_drawn() -> None:
    drawing = ruler.full(replace(RUNNING, today=date(2031, 1, 1)), "phone").svg

    assert drawing.count("ruler-tick") < 80
