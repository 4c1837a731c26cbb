"""Closure 办结 and reopening: the gates are evidence that the statute names, and a second officer looks."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters import evidence
from huiyin.matters.act import Act, act
from huiyin.matters.cause import Cause, require_compared
from huiyin.matters.clock import Clock, Ending
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.several import Several


class Closure(Act):
    """The matter is concluded, with its gates met."""

    asks = ("causes", "comparison", "despite", "note")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="closures")
    causes = Several(
        gettext_lazy("问题出在哪里"), of=Cause, help_text=gettext_lazy("可以选几项；信访人另外说")
    )
    comparison = EncryptedTextField(
        gettext_lazy("和同类事项比过没有"),
        help_text=gettext_lazy("比了哪几件，结果一样不一样；只因“觉得不公平”又不予支持的必须写"),
        blank=True,
    )
    despite = EncryptedTextField(
        gettext_lazy("并案的还没有答复，为什么先办结"),
        blank=True,
        help_text=gettext_lazy("有并案的事项还没有答复才填；它们的期限照走，照样要答复"),
    )
    note = EncryptedTextField(gettext_lazy("办结说明"), blank=True)


class Reopening(Act):
    """New facts, or an execution that did not happen: the matter is open again."""

    asks = ("facts",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="reopenings")
    facts = EncryptedTextField(gettext_lazy("新的事实，或哪一项没有落实"))


class StatedView(Act):
    """What the petitioner says of the answer, in the petitioner's own words; disagreement never blocks."""

    asks = ("words", "agrees")
    quotes = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="stated_views")
    words = EncryptedTextField(gettext_lazy("信访人的原话"))
    agrees = models.BooleanField(
        gettext_lazy("是否认可"),
        null=True,
        choices=[
            (True, gettext_lazy("认可")),
            (False, gettext_lazy("不认可")),
            (None, gettext_lazy("没有表态")),
        ],
    )


class Closeable:
    """A delivered matter can be closed, and opened again."""

    @act("state_view", StatedView)
    def state_view(self: Any, deed: Deed, *, words: str, agrees: bool | None = None) -> StatedView:
        """Write down what the petitioner said when asked."""
        return StatedView(matter=self, words=words, agrees=agrees)

    @act("close", Closure)
    def close(
        self: Any, deed: Deed, *, causes: list[str], comparison: str = "", despite: str = "", note: str = ""
    ) -> Closure:
        """Close it, where every gate of the rule set has its evidence, and say what made people petition."""
        self.require_gates(deed)
        require_compared(self, causes, comparison)
        said = self.despite_joined(despite)
        return Closure(matter=self, causes=causes, comparison=comparison, despite=said, note=note)

    @act("reopen", Reopening)
    def reopen(self: Any, deed: Deed, *, facts: str) -> Reopening:
        """Open it again; the total age of the matter goes on, it never starts anew."""
        Clock.objects.filter(matter=self, delivery__isnull=False).stop(deed.on, Ending.VOID)
        return Reopening(matter=self, facts=facts)

    def require_gates(self: Any, deed: Deed) -> None:
        """Raise NotAllowed naming every gate that lacks its evidence."""
        missing = [gate.zh for gate in deed.rules.gates_for("close") if not evidence.found(gate.name, self)]
        if missing:
            raise NotAllowed(_("还差：%(missing)s。") % {"missing": "；".join(missing)})
