"""Checklist 逐项核对: what matters of some topics are checked for before an answer; what was not done becomes a finding."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedJSONField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.gate import HISTORY
from huiyin.matters.topic_list import Item, lists_for


class State(models.TextChoices):
    """How an item stands."""

    MET = "met", gettext_lazy("做到了")
    NOT_MET = "not_met", gettext_lazy("没有做到")
    DOES_NOT_APPLY = "does_not_apply", gettext_lazy("不适用")


class Checklist(Act):
    """Items that were looked at: {item, state, note}, and of a talk {held_on, with_whom}. A later look stands."""

    asks = ("items",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="checklists")
    items = EncryptedJSONField(gettext_lazy("逐项核对"))


class Checkable:
    """A matter whose topic has a list is checked item by item."""

    @act("check_list", Checklist)
    def check_list(self: Any, deed: Deed, *, items: list[dict[str, Any]]) -> Checklist:
        """Put down how some items of the list stand, each with what was seen."""
        known = {item.id: item for item in self.items_to_check()}
        if not known:
            raise NotAllowed(_("这类事项没有要逐项核对的清单。"), field="items")
        named = [said.get("item") for said in items]
        if not items or len(set(named)) != len(named) or not set(named) <= set(known):
            raise NotAllowed(_("至少核对一项，每一项只写一次。"), field="items")
        for said in items:
            _require_told(known[said["item"]], said, deed.on)
        return Checklist(matter=self, items=items)

    def items_to_check(self: Any) -> list[Item]:
        """Every item for matters of this topic."""
        return [item for one in lists_for(self.topic) for item in one.items]

    def items_checked(self: Any) -> dict[str, dict[str, Any]]:
        """Item → what was last said of it."""
        if not self.items_to_check():
            return {}
        looks = self.checklists.order_by("number")
        return {said["item"]: said for look in looks for said in look.items}

    def findings(self: Any) -> list[tuple[Item, dict[str, Any]]]:
        """What was not done and is told in the answer."""
        checked = self.items_checked()
        items = [item for item in self.items_to_check() if item.finding and item.id in checked]
        return [(item, checked[item.id]) for item in items if checked[item.id]["state"] == State.NOT_MET]

    def require_checked(self: Any, deed: Deed) -> None:
        """Raise NotAllowed, naming them, where items of the list were not looked at yet (S083, S085)."""
        if deed.by.channel in HISTORY or not any(move.act == "check_list" for move in deed.rules.moves):
            return
        checked = self.items_checked()
        missing = [item.words for item in self.items_to_check() if item.id not in checked]
        if missing:
            raise NotAllowed(
                _("这类事项还要逐项核对：%(items)s。") % {"items": "；".join(missing)}, field="answers"
            )


def _require_told(item: Item, said: dict[str, Any], today: date) -> None:
    if said.get("state") not in State.values or not str(said.get("note") or "").strip():
        raise NotAllowed(
            _("“%(item)s”要选做到没有，并写明看到了什么。") % {"item": item.words}, field="items"
        )
    if not item.log or said["state"] != State.MET:
        return
    if not said.get("held_on") or not str(said.get("with_whom") or "").strip():
        raise NotAllowed(_("“%(item)s”要写明哪天、和谁、说了什么。") % {"item": item.words}, field="items")
    if date.fromisoformat(said["held_on"]) > today:
        raise NotAllowed(_("“%(item)s”的日期不能在今天之后。") % {"item": item.words}, field="items")
