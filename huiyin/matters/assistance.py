"""Assistance 协办 (Art. 24): the organ that leads asks another for its part, by a day; the lead alone answers.

What is asked is an assignment of its own, with its own handler and clock, that never leads: only the acts that name its
stage begin there. It ends when it is answered, called off, or when the lead has answered or no longer has anything to.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.seat import SUPERVISING
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ

HANDLING = ("accepted", "investigating", "drafted")
"""Stages of a lead that may have parts open elsewhere."""
BOUNDS = ("handling", "simplified-decide")
"""The lead's own terms: what is asked of another must be there before they end."""


class Assistance(Act):
    """What another organ is asked to find out or do, and by when. Open until it is answered or called off."""

    asks = ("to", "task", "due_on")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="assistances")
    to = models.ForeignKey(
        "people.Organ", models.PROTECT, related_name="+", verbose_name=gettext_lazy("请哪个单位协办")
    )
    task = EncryptedTextField(
        gettext_lazy("请它办什么"), help_text=gettext_lazy("查什么、给什么意见，写得它不用再来问")
    )
    due_on = models.DateField(
        gettext_lazy("哪天前要"), help_text=gettext_lazy("不能晚于本单位答复信访人的期限")
    )
    ended_on = models.DateField(null=True, editable=False)

    class Meta(Act.Meta):
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["matter", "to"], condition=Q(ended_on=None), name="one_open_assistance_per_organ"
            ),
        ]

    def told(self) -> dict[str, Any]:
        return {"to_name": self.to.name, "due_after": self.runs_until, "part": str(self.opened_id)}


class AssistanceAnswer(Act):
    """What the assisting organ found or did."""

    asks = ("facts",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="assistance_answers")
    assistance = models.OneToOneField(Assistance, models.PROTECT, related_name="answer", editable=False)
    facts = EncryptedTextField(
        gettext_lazy("查到什么、办了什么"), help_text=gettext_lazy("主办单位据此答复信访人")
    )

    def told(self) -> dict[str, Any]:
        return {"to_name": self.matter.lead.organ.name}


class CallingOff(Act):
    """The part is no longer needed, and why."""

    asks = ("assistance", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="callings_off")
    assistance = models.OneToOneField(
        Assistance, models.PROTECT, related_name="calling_off", verbose_name=gettext_lazy("撤销哪一项协办")
    )
    reason = EncryptedTextField(gettext_lazy("为什么撤销"), help_text=gettext_lazy("信访人会读到"))

    def told(self) -> dict[str, Any]:
        to = self.assistance.opened.organ
        return {"to": str(to.pk), "to_name": to.name, "organ_name": self.matter.lead.organ.name}


class Assistable:
    """Other organs can be asked for their part of a matter that is being handled."""

    @act("ask_assistance", Assistance)
    def ask_assistance(self: Any, deed: Deed, *, to: Organ, task: str, due_on: date) -> Assistance:
        """Ask one organ; several may be asked at once, each once at a time."""
        self.require_may_go_to(to)
        _require_may_assist(deed, to)
        _require_in_time(deed, due_on)
        if self.open_assistances().filter(opened__organ=to).exists():
            raise NotAllowed(_("已经请这个单位协办，等它答了再请下一次。"), field="to")
        deed.opened = Assignment.objects.create(
            matter=self, organ=to, stage=deed.move.opens, received_on=deed.on, is_lead=False, assists=True
        )
        deed.term_days = (due_on - deed.on).days
        self.open_to(to, deed.move.act)
        return Assistance(matter=self, to=to, task=task, due_on=due_on)

    @act("assist", AssistanceAnswer)
    def assist(self: Any, deed: Deed, *, facts: str) -> AssistanceAnswer:
        """Answer what was asked; with it the part is done."""
        asked = self.assistances.get(opened=deed.bearer)
        _end(asked, deed)
        return AssistanceAnswer(matter=self, assistance=asked, facts=facts)

    @act("call_off", CallingOff)
    def call_off(self: Any, deed: Deed, *, assistance: Assistance, reason: str) -> CallingOff:
        """Need it no longer; its day is not counted as met or missed."""
        _end(assistance, deed)
        deed.voids = True
        return CallingOff(matter=self, assistance=assistance, reason=reason)

    def open_assistances(self: Any) -> Any:
        """What others still owe the lead, the first asked first. Whose it is now, `opened` says; `to` was asked."""
        return self.assistances.filter(ended_on=None).select_related("opened__organ").order_by("number")

    def require_not_assisting(self: Any, organ: Organ) -> None:
        """Raise NotAllowed where this organ still owes its part: whoever leads does not assist."""
        if self.open_assistances().filter(opened__organ=organ).exists():
            raise NotAllowed(_("本单位正在协办这件事。先答复协办，再提级办理。"))

    def despite(self: Any, deed: Deed, why: str) -> str:
        """Why the lead answers although parts are open; nothing where none is. Raises NotAllowed where it must say."""
        waiting = [str(part.organ) for part in deed.bearer.parts]
        if waiting and not why.strip():
            raise NotAllowed(
                _("%(organs)s的协办还没有完。等它，或写明为什么先答复。") % {"organs": "、".join(waiting)},
                field="despite",
            )
        return why if waiting else ""

    def follow(self: Any, deed: Deed) -> None:
        """With the answer signed, the matter taken back, or its words put under seal, nobody's part is open any more."""
        if not _ends_all(deed) or not deed.bearer.parts:
            return
        for one in self.open_assistances():
            self.call_off(
                by=Actor.system(deed.by.channel), at=deed.at, assistance=one, reason=_why(self, deed)
            )


def _end(asked: Assistance, deed: Deed) -> None:
    if not Assistance.objects.filter(pk=asked.pk, ended_on=None).update(ended_on=deed.on):
        raise NotAllowed(_("这一项协办已经完了。"))


def _require_may_assist(deed: Deed, to: Organ) -> None:
    if to.pk == deed.bearer.organ_id:
        raise NotAllowed(_("不能请自己协办。"), field="to")
    if to.kind in SUPERVISING:
        raise NotAllowed(_("信访、督查部门和联席会议管督办，不协办，请选别的单位。"), field="to")


def _require_in_time(deed: Deed, due_on: date) -> None:
    """After today, and by the day on which the lead itself must answer; once that has passed, any day ahead."""
    if due_on <= deed.on:
        raise NotAllowed(_("协办的日期要在今天之后。"), field="due_on")
    running = Clock.objects.running().filter(assignment=deed.bearer, term__in=BOUNDS, due_on__gt=deed.on)
    legal = running.order_by("due_on").first()
    if legal is not None and due_on > legal.due_on:
        raise NotAllowed(_("协办的日期不能晚于答复期限 %(due)s。") % {"due": legal.due_on}, field="due_on")


def _ends_all(deed: Deed) -> bool:
    """Whether the move leads from where parts may be open to where none may."""
    move = deed.move
    leaves = move.to is not None and not {move.to, move.opens} & set(HANDLING)
    comes = not move.from_ or not set(HANDLING).isdisjoint(move.from_)
    return move.act == "seal" or (move.track == "assignment" and leaves and comes)


def _why(matter: Any, deed: Deed) -> str:
    """In the language of the record, whoever acts; of sealing it says no more than that something changed."""
    if deed.move.act == "sign":
        return str(matter.drafts.latest("number").despite)
    if deed.move.act == "withdraw":
        return "信访人撤回了这件事。"
    return "材料有变动，还需要的会另外请。"
