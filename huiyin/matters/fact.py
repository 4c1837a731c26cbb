"""Fact 查明的事实: what was found, on which day it happened, and what each side put forward for or against it.

What one side handed in is accepted or refused with a reason, whichever side it is (Art. 32: facts and reasons).
"""

import re
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedJSONField, EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.gate import HISTORY
from huiyin.matters.party import Side

DATED = re.compile(r"(19|20)\d{2}\s*(年|[-./]\d{1,2})")


class Weight(models.TextChoices):
    """What became of what a side put forward."""

    ACCEPTED = "accepted", gettext_lazy("采信")
    PARTLY = "partly", gettext_lazy("部分采信")
    REFUSED = "refused", gettext_lazy("不采信")


class Fact(Act):
    """One fact. `sides` holds, per side that said something of it, {side, evidence, weight, why}."""

    asks = ("fact", "happened_on", "sides", "instead_of")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="facts")
    fact = EncryptedTextField(gettext_lazy("查明了什么"))
    happened_on = models.DateField(gettext_lazy("哪天发生的"), null=True, blank=True)
    sides = EncryptedJSONField(gettext_lazy("各方的证据"))
    instead_of = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=gettext_lazy("改写哪一条"),
        help_text=gettext_lazy("原来认定的不对，在这里选它；原文留在记录里"),
    )

    def __str__(self) -> str:
        return str(self.fact)[:40]


class Provable:
    """A matter under investigation has facts, found one by one."""

    @act("establish", Fact)
    def establish(
        self: Any,
        deed: Deed,
        *,
        fact: str,
        sides: list[dict[str, Any]],
        happened_on: date | None = None,
        instead_of: Fact | None = None,
    ) -> Fact:
        """Put one fact on record with what every side put forward for or against it."""
        self._require_weighed(sides)
        if happened_on and happened_on > deed.on:
            raise NotAllowed(_("事实发生的日期不能在今天之后。"), field="happened_on")
        return Fact(matter=self, fact=fact, happened_on=happened_on, sides=sides, instead_of=instead_of)

    def facts_found(self: Any) -> list[Fact]:
        """The facts that stand, in the order in which they happened; those without a day at the end."""
        standing = [one for one in self.facts.filter(replaced_by=None) if one.fact]  # sealing empties them
        return sorted(standing, key=lambda one: (one.happened_on or date.max, one.number))

    def require_facts(self: Any, deed: Deed, answers: list[dict[str, Any]]) -> None:
        """Raise NotAllowed where nothing in the opinion has a date (S053), or a side was not heard (S011, S056)."""
        if deed.by.channel in HISTORY:
            return
        facts, there = deed.facts, self.sides()
        in_words = any(DATED.search(str(answer.get("facts", ""))) for answer in answers)
        if not in_words and not any(fact.happened_on for fact in facts):
            raise NotAllowed(_("事实里至少写明一件事是哪一年、哪一天发生的。"), field="answers")
        heard = {said["side"] for fact in facts for said in fact.sides}
        unheard = [str(Side(side).label) for side in there if side not in heard]
        if len(there) > 1 and unheard:
            raise NotAllowed(
                _("还没有记下%(sides)s的证据和采信不采信的理由，请先“认定事实”。")
                % {"sides": "、".join(unheard)},
                field="answers",
            )

    def _require_weighed(self: Any, sides: list[dict[str, Any]]) -> None:
        known = self.sides()
        named = [said.get("side") for said in sides]
        if not sides or len(set(named)) != len(named) or not set(named) <= set(known):
            raise NotAllowed(_("至少写一方的证据，每一方只写一次。"), field="sides")
        for said in sides:
            if said.get("weight") not in Weight.values or not said.get("evidence") or not said.get("why"):
                raise NotAllowed(
                    _("“%(side)s”的证据还缺内容、采信不采信，或理由。") % {"side": Side(said["side"]).label},
                    field="sides",
                )
