"""Whose hands a matter was in and who came, on the axis of its ruler."""

import re
from datetime import date

import pytest

from huiyin.papers import ruler

SPAN = ruler.Span(
    date(2026, 9, 21), date(2026, 11, 23), date(2026, 9, 30), date(2026, 11, 30), date(2026, 12, 29)
)
HOPS = (
    ruler.Hop("市信访局", date(2026, 9, 21), date(2026, 9, 23), in_transit=True),
    ruler.Hop("市自然资源局", date(2026, 9, 23), date(2026, 10, 13)),
    ruler.Hop("安平镇", date(2026, 10, 13), date(2026, 10, 20), in_transit=True),
    ruler.Hop("市自然资源局", date(2026, 10, 20)),
)
VISITS = (ruler.Visit(date(2026, 9, 21), 12), ruler.Visit(date(2026, 11, 23), 15))


def test_every_hop_names_its_holder_and_its_days() -> None:
    said = re.findall(r">([^<>]+)</text>", ruler.tracks(HOPS, VISITS, SPAN).hops)

    assert said == ["市信访局 2 天", "市自然资源局 20 天", "安平镇 7 天", "市自然资源局 34 天，在手里"]


def test_time_in_transit_is_drawn_apart_from_time_worked() -> None:
    drawing = ruler.tracks(HOPS, VISITS, SPAN).hops

    assert len(re.findall(r'<line class="ruler-transit"', drawing)) == 2
    assert len(re.findall(r'<line class="ruler-worked"', drawing)) == 2


def test_the_tracks_share_today_with_the_ruler() -> None:
    today = re.compile(r'<line class="ruler-today" x1="([\d.]+)%"')
    tracks = ruler.tracks(HOPS, VISITS, SPAN)
    above = today.findall(ruler.full(SPAN, "matter").svg)

    assert today.findall(tracks.hops) == today.findall(tracks.visits) == above
    assert float(above[0]) == pytest.approx(100 * 63 / 99, abs=0.01)


def test_the_tracks_are_said_in_rows() -> None:
    tracks = ruler.tracks(HOPS, VISITS, SPAN)

    assert tracks.hop_rows[0] == ("市信访局", "9月21日–9月23日", "2 天 途中")
    assert tracks.hop_rows[3] == ("市自然资源局", "10月20日–至今", "34 天")
    assert tracks.visit_rows == (("9月21日 周一", "12人"), ("11月23日 周一", "15人"))


def test_a_name_is_never_read_as_markup() -> None:
    hop = ruler.Hop("<b>&局", date(2026, 9, 21))

    assert "&lt;b&gt;&amp;局" in ruler.tracks((hop,), (), SPAN).hops
