"""The parts into which an indicator sorts its rows: what each is called, what it means, and the condition that decides.

A condition may ask a row for `of` (its matter), `today`, and what the row itself has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huiyin.matters.acceptance import Acceptance, RoutingOut, SuggestionReply
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Ending
from huiyin.matters.extension import Extension
from huiyin.matters.linking import Linking
from huiyin.matters.matter import Matter
from huiyin.matters.notification import Notification
from huiyin.matters.referral import Referral
from huiyin.matters.refusal import FinalRefusal, Refusal
from huiyin.matters.simplified import SimplifiedAcceptance
from huiyin.matters.withdrawal import Withdrawal
from huiyin.people.organ_kind import OrganKind


@dataclass(frozen=True)
class Part:
    """One part: its name in addresses, its name on pages, what it means, and its condition."""

    name: str
    label: str | Promise
    says: str | Promise
    where: Any


def of(model: Any, **more: Any) -> Exists:
    """The row's matter has such a row."""
    return Exists(model._base_manager.filter(matter=OuterRef("of"), **more))


def _by_bearer(model: Any, **more: Any) -> Exists:
    """The assignment that owes the clock did such an act."""
    return Exists(model.objects.filter(bearer=OuterRef("assignment"), **more))


def any_of(conditions: Iterable[Any]) -> Any:
    """At least one of these."""
    return reduce(or_, conditions)


_ACCEPTED = _by_bearer(Acceptance) | _by_bearer(SimplifiedAcceptance)
_BY_THE_DAY = {"occurred_at__date__lte": OuterRef("due_on")}
_TAKEN_BACK = of(Withdrawal, occurred_at__date=OuterRef("ended_on"))
ENDED_OTHERWISE = (SuggestionReply, Refusal, FinalRefusal, RoutingOut, Referral, Linking)
"""The acts that lawfully end a matter without an opinion; each is told in writing."""

# ── What is not counted, and why ──

JUDICIAL = Part(
    "judicial", _("涉法涉诉"), _("依法由政法机关处理（第22条）"),
    Exists(Matter.system.filter(pk=OuterRef("of"), kind="judicial")),
)  # fmt: skip
REPEAT = Part(
    "repeat", _("重复"), _("工作人员认定同人同事：并入正在办的，或以重复、已经复核为由没有受理"),
    Exists(Matter.system.filter(pk=OuterRef("of"), linked_to__isnull=False))
    | of(FinalRefusal) | of(Refusal, reason_code="already_accepted"),
)  # fmt: skip
WITHDRAWN = Part(
    "withdrawn", _("期限内撤回"), _("信访人在期限内自己撤回，期限因此停下"),
    Q(ended_on__lte=F("due_on")) & _TAKEN_BACK,
)  # fmt: skip
VOID = Part("void", _("期限作废"), _("改由别的单位办，或重新办理，原来的期限不再计"), Q(ending=Ending.VOID))
OTHER_WAY = Part(
    "other_way",
    _("依法走了别的路"),
    _("不予受理、导入其他途径、回复建议或移送，都已书面告知"),
    any_of(_by_bearer(act) for act in ENDED_OTHERWISE),
)

# ── A limit, and whether it was kept ──

IN_TIME = Part(
    "in_time", _("按期"), _("期限最后一天或之前做完"), Q(ending=Ending.STOPPED, ended_on__lte=F("due_on"))
)
LATE = Part("late", _("超期做完"), _("做完了，晚于期限最后一天"), Q(ended_on__gt=F("due_on")) & ~_TAKEN_BACK)
OVERDUE = Part("overdue", _("超期未做"), _("期限已过还没有做，或过后才撤回"), Q(due_on__lt=F("today")))
NOT_DUE = Part("not_due", _("未到期"), _("还没有做，期限也还没有到"), Q())

ACCEPTED = Part(
    "accepted", _("按期受理"), _("在告知期限内决定受理"),
    _by_bearer(Acceptance, **_BY_THE_DAY) | _by_bearer(SimplifiedAcceptance, **_BY_THE_DAY),
)  # fmt: skip
ACCEPTED_LATE = Part("accepted_late", _("超期受理"), _("受理了，晚于告知期限"), _ACCEPTED)
NOT_ACCEPTED = Part(
    "not_accepted", _("超期未受理"), _("告知期限已过，还没有受理，也没有走别的路"), Q(due_on__lt=F("today"))
)
EXTENDED = Part(
    "extended", _("延过期"), _("负责人批准延过期（第34条）"),
    Exists(Extension.objects.filter(clock=OuterRef("pk"))),
)  # fmt: skip
NOT_EXTENDED = Part("not_extended", _("没有延期"), _("没有延过期"), Q())
KEPT = Part(
    "kept", _("首接单位办理"), _("第一个接到的单位自己告知并办理，没有再转"),
    ~Exists(Assignment.objects.exclude(organ__kind=OrganKind.PETITION_OFFICE)
            .exclude(organ=OuterRef("at_organ")).filter(matter=OuterRef("of")))
    & (of(Notification) | of(SimplifiedAcceptance)),
)  # fmt: skip
REROUTED = Part(
    "rerouted", _("换过单位"), _("又到过别的单位"),
    Exists(Assignment.objects.exclude(organ__kind=OrganKind.PETITION_OFFICE)
           .exclude(organ=OuterRef("at_organ")).filter(matter=OuterRef("of"))),
)  # fmt: skip
NOT_TAKEN_YET = Part("not_taken_yet", _("还没有告知"), _("第一个接到的单位还没有书面告知"), Q())
