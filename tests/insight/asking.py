"""Asking for figures as somebody, and reading what is told."""

from datetime import date

from huiyin.insight.counted import Days
from huiyin.insight.figures import Asked, figure
from huiyin.insight.indicators import NAMED
from huiyin.matters.matter import Matter

YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))
SUMMER = date(2026, 6, 1)


def asked_by(officer, today=SUMMER, days=YEAR, organ=None):
    return Asked(Matter.objects.visible_to(officer), days, today, organ)


def told(name, asked):
    """An indicator's parts that have rows, with their numbers."""
    return dict(figure(NAMED[name], asked).counts)


def rates(name, asked):
    found = figure(NAMED[name], asked)
    return {str(rate.label): found.percent(rate) for rate in found.indicator.rates}
