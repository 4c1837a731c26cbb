"""时尺, the legal-time ruler: the same drawing on every matter, from plain dates."""

from huiyin.papers.ruler.full import Ruler, full
from huiyin.papers.ruler.mini import mini, mini_head
from huiyin.papers.ruler.path import Step, Stretch, level, vertical
from huiyin.papers.ruler.sentence import Row, day, left, rows, text
from huiyin.papers.ruler.span import Span
from huiyin.papers.ruler.tracks import Hop, Tracks, Visit, tracks

__all__ = [
    "Hop", "Row", "Ruler", "Span", "Step", "Stretch", "Tracks", "Visit",
    "day", "full", "left", "level", "mini", "mini_head", "rows", "text", "tracks", "vertical",
]  # fmt: skip
