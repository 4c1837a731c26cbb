"""How numbers are said on paper: petitions, shares, organs in the order of codes, and what is too few to be said."""

from collections.abc import Iterable, Mapping
from typing import Any

from huiyin.insight.counting import Counts
from huiyin.insight.few import FEW, hidden
from huiyin.insight.figures import Asked, Figure, by_organ, figure
from huiyin.insight.indicators import NAMED, OFFICE
from huiyin.matters.cause import Cause
from huiyin.matters.closure import Closure
from huiyin.matters.filing import Channel
from huiyin.papers.paper import Block, Items, Paragraph

UNSAID = "数小，不写出"


def counts_said(counts: Counts) -> str:
    """12件次，其中来访5批次、31人次."""
    visits = f"，其中来访{counts.batches}批次、{counts.people}人次"
    return f"{counts.submissions}件次{visits if min(counts.batches, counts.people) >= FEW else ''}"


def whole_said(whole: Counts, by_channel: Mapping[str, Counts]) -> str:
    """The total; without its visits where the table below hides them, or they would give the other numbers away."""
    return f"{whole.submissions}件次" if Channel.VISIT in _unsaid(by_channel) else counts_said(whole)


def _unsaid(counts: Mapping[str, Counts]) -> set[str]:
    return hidden({code: one.submissions for code, one in counts.items() if one.submissions})


def table(counts: Mapping[str, Counts], names: Mapping[Any, Any]) -> Items:
    """A table as labelled lines, by name where a code has one; what is too few is not said."""
    unsaid = _unsaid(counts)
    return Items(
        tuple(
            (str(names.get(code, code) or "没有写明"), UNSAID if code in unsaid else counts_said(one))
            for code, one in counts.items()
            if one.submissions  # where only a half that was split off stands, nothing came in
        )
        or (("没有", "0件次"),)
    )


def done_said(done: Mapping[str, int], kinds: Iterable[tuple[str, str]]) -> str:
    """转送3次，交办1次: how often each act was done."""
    return "，".join(f"{label}{done.get(kind, 0)}次" for kind, label in kinds)


def rates(asked: Asked, name: str) -> Iterable[tuple[str, str]]:
    """Each rate of an indicator with its share and both numbers."""
    found = figure(NAMED[name], asked)
    whose = "（信访部门）" if found.indicator.of == OFFICE else ""
    for rate in found.indicator.rates:
        yield f"{rate.label}{whose}", _share(found, rate)


def _share(found: Figure, rate: Any) -> str:
    percent = found.percent(rate)
    if percent is None:
        return "没有到期的"
    return f"{percent:g}%（{found.count(rate.numerator)}/{found.count(rate.denominator)}）"


def at_organs(asked: Asked, name: str, parts: tuple[str, ...], only: Any = None) -> Iterable[Block]:
    """What organs have in some parts of an indicator, in the order of the codes of their places; of `only` these, if told."""
    labels = {part.name: part.label for part in NAMED[name].parts}
    rows = [
        (
            organ.name,
            "，".join(f"{labels[part]}{found.counts.get(part, 0)}件" for part in parts)
            + f"，共{sum(found.counts.values())}件",
        )
        for organ, found in by_organ(NAMED[name], asked)
        if (only is None or organ in only) and any(found.counts.get(part) for part in parts)
    ]
    yield Items(tuple(rows)) if rows else Paragraph("没有。")


def causes(asked: Asked) -> Items:
    """What organs said at closing about why people petitioned, where that is not too few to be said."""
    first, last = asked.days.since, asked.days.until
    closed = Closure.objects.filter(matter__in=asked.matters, occurred_at__date__range=(first, last))
    named = [cause for causes in closed.values_list("causes", flat=True) for cause in causes]
    counts = {cause: named.count(cause.value) for cause in Cause}
    unsaid = hidden({cause: count for cause, count in counts.items() if count})
    return Items(tuple((str(c.label), UNSAID if c in unsaid else f"{counts[c]}件") for c in Cause))


def grades(asked: Asked) -> Items:
    """How the office and the units were rated; where a grade is too few, no share that would tell it."""
    rows = []
    for name in ("satisfaction_office", "satisfaction_unit"):
        found = figure(NAMED[name], asked)
        few = hidden({part: count for part, count in found.counts.items() if count})
        for rate in found.indicator.rates:
            said = UNSAID if few else _share(found, rate) if found.count(rate.denominator) else "还没有评价"
            rows.append((f"{rate.label}（{found.indicator.of}）", said))
    return Items(tuple(rows))
