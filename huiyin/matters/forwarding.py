"""Forwarding 转送 and assigning 交办 (Art. 22): the office passes the matter to the organ that has to answer."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.organ import Organ


class Forwarding(Act):
    """To whom it was passed and why; with `report_due_on` a result must be reported (交办)."""

    asks = ("to", "reason", "report_due_on")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="forwardings")
    to = models.ForeignKey(
        "people.Organ", models.PROTECT, related_name="+", verbose_name=gettext_lazy("转给哪个单位")
    )
    reason = EncryptedTextField(gettext_lazy("为什么转给它"))
    report_due_on = models.DateField(gettext_lazy("要求报结果的日期"), null=True, blank=True)

    def told(self) -> dict[str, Any]:
        return {"to_name": self.to.name}


class Forwardable:
    """A matter can be passed to the organ that has the power to answer."""

    @act("forward", Forwarding)
    def forward(self: Any, deed: Deed, *, to: Organ, reason: str) -> Forwarding:
        """Pass it on; the organ has fifteen days to tell and five working days to object."""
        self.pass_to(deed, to)
        return Forwarding(matter=self, to=to, reason=reason)

    @act("assign", Forwarding)
    def assign(self: Any, deed: Deed, *, to: Organ, reason: str, report_due_on: date) -> Forwarding:
        """Pass it on and require the result by a day."""
        days = (report_due_on - deed.on).days
        if days < 1:
            raise NotAllowed(_("要求报结果的日期要在今天之后。"), field="report_due_on")
        self.pass_to(deed, to)
        deed.term_days = days
        return Forwarding(matter=self, to=to, reason=reason, report_due_on=report_due_on)

    def pass_to(self: Any, deed: Deed, to: Organ) -> None:
        """Pass it to another organ than the one that has it."""
        if to.pk == deed.bearer.organ_id:
            raise NotAllowed(_("不能转给自己。要由本单位办理，请直接告知处理途径。"), field="to")
        self.open_at(deed, to)

    def open_at(self: Any, deed: Deed, to: Organ) -> None:
        """Open a lead assignment at `to` in the stage that the move opens, and let its posts see the matter."""
        self.require_may_go_to(to)
        if to.kind == "petition_office" and deed.move.opens != "triage":  # it answers nothing: nobody would
            raise NotAllowed(_("信访部门不承办。转给下级信访部门去分流的，请用“逐级转送”。"), field="to")
        deed.bearer.give_way()
        deed.opened = Assignment(matter=self, organ=to, stage=deed.move.opens, received_on=deed.on)
        self.open_to(to, deed.move.act)

    def require_may_go_to(self: Any, to: Organ) -> None:
        """Raise NotAllowed where triage has not answered, the matter is sealed, or the organ no longer exists."""
        if self.reports_wrongdoing is None:
            raise NotAllowed(_("先回答是否反映公职人员违纪违法，再转送。"))
        if self.sealed:
            raise NotAllowed(_("封存的检举控告只能转给有管理权限的纪检监察机关。"))
        if to.ended_on is not None and to.ended_on <= timezone.localdate():
            raise NotAllowed(_("这个单位已经撤并，请选承接它的单位。"), field="to")
