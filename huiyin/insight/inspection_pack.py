"""The pack for an inspection team (巡视巡察, Art. 41): what stands on record about one organ and those below it.

Accusations are in it only where both who asks and who approved hold the grant to them; of nobody else's matters a word.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import override

from huiyin.insight.counted import Days
from huiyin.insight.counting import DAYS, counts_by
from huiyin.insight.figures import Asked, rows
from huiyin.insight.indicators import NAMED
from huiyin.insight.said import at_organs, causes, rates, table
from huiyin.matters.assignment import Assignment
from huiyin.matters.mention import Mention
from huiyin.papers import words
from huiyin.papers.paper import Block, Heading, Items, Paper, Paragraph
from huiyin.people.organ import Organ

DUTIES = ("answered", "carried_out", "passed_on", "accepted", "notified", "replied", "executed", "promises")
WAITING = (("answered", ("unanswered", "silent")), ("carried_out", ("behind", "not_begun")))


def organs_of(organ: Organ) -> QuerySet:
    """The organ that is inspected and every organ below it."""
    return Organ.objects.filter(pk__in=[organ.pk, *Organ.objects.under(organ).values_list("pk", flat=True)])


def accusations(matters: QuerySet, organ: Organ, days: Days) -> QuerySet:
    """Of these matters the sealed ones that name the organ or one below it, registered on these days, in order."""
    named = Mention.objects.filter(organ__in=organs_of(organ)).values("matter")
    found = matters.filter(sealed=True, pk__in=named).annotate(day=TruncDate("registered_at"))
    return found.filter(day__range=(days.since, days.until)).order_by("registered_at", "pk")


def inspection_pack(sealed: Iterable[Any], asked: Asked, *, by: Organ, reason: str) -> Paper:
    """The pack about `asked.organ`: `sealed` as `accusations` found them, the rest from the open matters asked for."""
    organ, organs = asked.organ, organs_of(asked.organ)
    held = Assignment.objects.filter(organ__in=organs).values("matter")
    open_ones = asked.matters.filter(sealed=False, pk__in=held)
    whole = Asked(open_ones, asked.days, asked.today)
    with override("zh-hans"):
        blocks = (
            Paragraph(f"事由：{reason}"),
            Items(
                (("被巡视巡察的单位", organ.name), ("起止日期", f"{asked.days.since}至{asked.days.until}"))
            ),
            *_accused(sealed),
            *_duties(whole, list(organs)),
            *_tendencies(whole),
            *_waiting(whole),
        )
    return Paper(
        kind="inspection",
        title=f"关于{organ.name}的巡视巡察信访资料",
        organ=by.name,
        blocks=blocks,
        dated=asked.today,
        number="密件",
        style="official_doc",
        notes=("只供巡视巡察使用，用后交还。不得让被反映的人和单位知道，不得复制、转发。",),
    )


def _accused(sealed: Iterable[Any]) -> Iterable[Block]:
    yield Heading("一、反映领导班子成员和下一级主要负责人的检举控告")
    place = 0
    for place, matter in enumerate(sealed, 1):
        named = Organ.objects.filter(pk__in=matter.mentions.values("organ"))
        yield Heading(
            f"（{words.numeral(place) if place < 100 else place}）{words.formal(matter.day)}收到", 2
        )
        yield Items((("题目", matter.title), ("点到的单位", "、".join(map(str, named)))))
        yield Paragraph(_without_names(matter))
    if not place:
        yield Paragraph("这些日子没有您二位都能看的、点到这些单位的检举控告。")


def _without_names(matter: Any) -> str:
    """Its words with the names of who wrote them masked: the team is to protect them too."""
    said: str = matter.text
    for party in matter.parties.petitioners().select_related("petitioner"):
        if party.petitioner.name:
            said = said.replace(party.petitioner.name, party.petitioner.masked_name())
    return said


def _duties(whole: Asked, organs: list[Organ]) -> Iterable[Block]:
    yield Heading("二、落实信访工作责任制的情况")
    yield Items(tuple(row for name in DUTIES for row in rates(whole, name)))
    yield Paragraph("各单位超期未答复的：")
    yield from at_organs(whole, "replied", ("overdue", "late"), only=organs)
    yield Paragraph("各单位超期未落实的：")
    yield from at_organs(whole, "executed", ("undone", "done_late"), only=organs)


def _tendencies(whole: Asked) -> Iterable[Block]:
    days = whole.days
    length = days.until - days.since + timedelta(days=1)
    earlier = Days(days.since - length, days.until - length)
    yield Heading("三、苗头性、倾向性问题")
    yield Paragraph("办结时单位说的原因：")
    yield causes(whole)
    for label, when in (("这段时间反映的事", days), ("之前同样长的时间反映的事", earlier)):
        yield Paragraph(f"{label}（{when.since}至{when.until}，{DAYS['petitioned_on']}）：")
        yield table(counts_by(whole.matters, when.since, when.until, "matter__topic"), {})


def _waiting(whole: Asked) -> Iterable[Block]:
    yield Heading("四、需要关注的事项")
    lines: list[tuple[str, str]] = []
    for name, parts in WAITING:
        labels = {part.name: str(part.label) for part in NAMED[name].parts}
        found = rows(NAMED[name], whole, parts).order_by("day", "pk")
        lines += [(matter.number, f"{labels[matter.part]}，{matter.day}") for matter in found]
    yield Items(tuple(lines)) if lines else Paragraph("没有超期没有回音、超期没有落实的事项。")
