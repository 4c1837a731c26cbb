"""The book 信访台账: every matter one row, with the columns of DOMAIN §5.9. Names are masked; what is sealed has no row."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from huiyin.matters.annulment import annulled
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.delivery import Delivery
from huiyin.matters.draft import Opinion, Reply
from huiyin.matters.milestones import accepted_on, delivered_on
from huiyin.matters.party import Party
from huiyin.matters.review_acts import Result
from huiyin.matters.triage import Triage
from huiyin.people.holding import Holding
from huiyin.people.petitioner import Petitioner

Cell = str | int | date | None
BATCH = 500
HIDDEN = "**"


def registered_between(matters: QuerySet, since: date, until: date) -> QuerySet:
    """Of these matters those registered on these days, both included, in order; none that is sealed or annulled."""
    first = timezone.make_aware(datetime.combine(since, time.min))
    last = timezone.make_aware(datetime.combine(until, time.max))
    standing = matters.filter(sealed=False).exclude(annulled())
    return standing.filter(registered_at__range=(first, last)).order_by("registered_at", "pk")


def rows(matters: QuerySet) -> Iterator[list[Cell]]:
    """A row for each, in their order, names masked; a constant number of queries for every 500."""
    return _rows(matters, Petitioner.masked_name)


def rows_with_names(matters: QuerySet) -> Iterator[list[Cell]]:
    """The same with names, for an approved unmasking alone (unmasking.py); whoever hides stays hidden."""
    return _rows(matters, _full_name)


def _rows(matters: QuerySet, said: Callable[[Any], str]) -> Iterator[list[Cell]]:
    names = _holders()
    for place, matter in enumerate(_fetched(matters).iterator(chunk_size=BATCH), 1):
        matter.place_in_book, matter.holders, matter.said = place, names, said
        yield [tell(matter) for _heading, tell in COLUMNS]


def _full_name(petitioner: Petitioner) -> str:
    return petitioner.name or petitioner.masked_name()


def headings() -> list[str]:
    """The columns' names in the reader's language."""
    return [str(heading) for heading, _tell in COLUMNS]


def _fetched(matters: QuerySet) -> QuerySet:
    leads = Assignment.objects.filter(is_lead=True).select_related("organ")
    petitioners = Party.objects.petitioners().select_related("petitioner").order_by("-is_contact", "pk")
    handling = Clock.objects.filter(term="handling").order_by("pk")
    return matters.select_related("place").prefetch_related(
        "petitions", "requests", "acceptances", "simplified_acceptances", "executions", "ratings",
        "reviews__decisions",
        Prefetch("assignments", leads, to_attr="leads"),
        Prefetch("parties", petitioners, to_attr="listed"),
        Prefetch("clocks", handling.prefetch_related("extension_rows"), to_attr="handling"),
        Prefetch("clocks", Clock.objects.running().filter(term="rating"), to_attr="still_rated"),
        Prefetch("replies", Reply.objects.select_related("draft").order_by("number")),
        Prefetch("deliveries", Delivery.objects.filter(review=None), to_attr="owed"),
    )  # fmt: skip


def _holders() -> dict[Any, str]:
    sits = Holding.objects.on().filter(capacity__in=("holder", "acting")).select_related("officer")
    return {holding.post_id: holding.officer.name for holding in sits}


def _first(matter: Any) -> Any:
    return min(matter.petitions.all(), key=lambda petition: petition.pk)


def _named(matter: Any) -> str:
    """Every petitioner, as this book says names; nothing of whoever asked not to be known."""
    if any(party.identity_hidden for party in matter.listed):
        return _("要求不公开身份")
    return "、".join(matter.said(party.petitioner) for party in matter.listed) or _("没有留姓名")


def _asked(matter: Any) -> str:
    """What is asked, with the petitioners' own names said as everywhere in this book."""
    words = "；".join(request.text for request in matter.requests.all()) or matter.title
    for party in matter.listed:
        if party.petitioner.name:
            shown = HIDDEN if party.identity_hidden else matter.said(party.petitioner)
            words = words.replace(party.petitioner.name, shown)
    return words


def _purpose(matter: Any) -> str:
    column: Any = Triage._meta.get_field("purpose")
    return str(dict(column.flatchoices).get(matter.purpose, ""))


def _again(matter: Any) -> str:
    return _("重复") if matter.linked_to_id or len(matter.petitions.all()) > 1 else _("初次")


def _legal(matter: Any) -> date | None:
    return matter.handling[-1].computed().due if matter.handling else None


def _extended(matter: Any) -> date | None:
    clock = matter.handling[-1] if matter.handling else None
    return clock.due_on if clock and clock.extension_rows.all() else None


def _outcome(matter: Any) -> str:
    replies = list(matter.replies.all())
    answers = replies[-1].draft.answers if replies else []
    return "、".join(dict.fromkeys(str(Opinion(answer["opinion"]).label) for answer in answers))


def _answered(matter: Any) -> date | None:
    return max((reply.on for reply in matter.replies.all()), default=None)


def _executed(matter: Any) -> str:
    due = matter.executions.all()
    told = {"all": len(due), "done": sum(one.done_on is not None for one in due)}
    return _("要落实 %(all)d 项，已落实 %(done)d 项") % told if due else ""


def _reviewed(matter: Any) -> str:
    return "；".join(_one_review(review) for review in matter.reviews.all())


def _one_review(review: Any) -> str:
    level = _("复查") if review.level == 1 else _("复核")
    results = [str(Result(decision.result).label) for decision in review.decisions.all()]
    return _("%(level)s：%(result)s") % {"level": level, "result": results[-1] if results else _("办理中")}


def _rated(matter: Any) -> str:
    """The last rating, once it cannot be changed any more: until then no officer reads it."""
    if matter.still_rated or not matter.ratings.all():
        return ""
    last = max(matter.ratings.all(), key=lambda rating: rating.number)
    told = {"office": last.get_office_display(), "organ": last.get_organ_display()}
    return _("信访部门%(office)s，办理单位%(organ)s") % told


def _stands(matter: Any) -> str:
    stage = matter.law.stage(matter.leads[0].stage)
    return stage.en if (get_language() or "").startswith("en") else stage.zh


COLUMNS: tuple[tuple[str | Promise, Callable[[Any], Cell]], ...] = (
    (gettext_lazy("序号"), lambda m: m.place_in_book),
    (gettext_lazy("信访件编号"), lambda m: m.number),
    (gettext_lazy("登记日期"), lambda m: timezone.localdate(m.registered_at)),
    (gettext_lazy("形式"), lambda m: _first(m).get_channel_display()),
    (gettext_lazy("姓名"), _named),
    (gettext_lazy("人数"), lambda m: _first(m).people_count),
    (gettext_lazy("问题属地"), lambda m: m.place.name if m.place else ""),
    (gettext_lazy("内容分类"), lambda m: m.topic),
    (gettext_lazy("信访目的"), _purpose),
    (gettext_lazy("主要诉求"), _asked),
    (gettext_lazy("初/重"), _again),
    (gettext_lazy("责任单位"), lambda m: m.leads[0].organ.name),
    (gettext_lazy("包案领导"), lambda m: ""),  # nobody leads a case yet
    (gettext_lazy("承办人"), lambda m: m.holders.get(m.leads[0].handler_id, "")),
    (gettext_lazy("受理日期"), accepted_on),
    (gettext_lazy("法定期限"), _legal),
    (gettext_lazy("延期至"), _extended),
    (gettext_lazy("办理结果"), _outcome),
    (gettext_lazy("答复日期"), _answered),
    (gettext_lazy("送达日期"), delivered_on),
    (gettext_lazy("落实情况"), _executed),
    (gettext_lazy("复查/复核"), _reviewed),
    (gettext_lazy("评价"), _rated),
    (gettext_lazy("回访"), lambda m: ""),  # nobody goes back yet
    (gettext_lazy("备注"), _stands),
)
"""Heading and teller of each column, in the fixed order of DOMAIN §5.9."""
