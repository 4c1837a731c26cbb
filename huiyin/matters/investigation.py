"""Investigation 调查核实: a plan, a named handler, and a day within the law."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Investigation(Act):
    """How the facts will be found, and by when."""

    asks = ("plan", "due_on")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="investigations")
    plan = EncryptedTextField(gettext_lazy("调查计划"), help_text=gettext_lazy("去哪里、问谁、查什么材料"))
    due_on = models.DateField(gettext_lazy("内部完成日期"))


class Investigable:
    """An accepted matter can be investigated."""

    @act("investigate", Investigation)
    def investigate(self: Any, deed: Deed, *, plan: str, due_on: date) -> Investigation:
        """Begin finding the facts."""
        legal = Clock.objects.running().filter(assignment=deed.bearer, term="handling").first()
        if legal is not None and due_on > legal.due_on:
            raise NotAllowed(_("内部日期不能晚于法定期限 %(due)s。") % {"due": legal.due_on}, field="due_on")
        return Investigation(matter=self, plan=plan, due_on=due_on)
