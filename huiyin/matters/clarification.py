"""Clarification 请信访人说明: what is unclear is asked, never a reason to turn somebody away (Art. 19, 23).

The petitioner is told what is not clear, and answers on the progress page or by word of mouth. All terms run on, and
nothing waits for the answer.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Clarification(Act):
    """What is not clear, said to the petitioner. Open until it is answered, or until sealing takes its words."""

    asks = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="clarifications")
    words = EncryptedTextField(
        gettext_lazy("请信访人说明什么"),
        help_text=gettext_lazy(
            "信访人会原样读到。用平常话问一处，说明为什么要问。期限照走，也可以不等答就往下办。"
        ),
    )
    ended_on = models.DateField(null=True, editable=False)

    class Meta(Act.Meta):
        constraints = [
            *Act.Meta.constraints,
            models.UniqueConstraint(
                fields=["matter"], condition=Q(ended_on=None), name="one_open_clarification_per_matter"
            ),
        ]


class ClarificationAnswer(Act):
    """What the petitioner said to it, in their own words."""

    asks = ("clarification", "words")
    quotes = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="clarification_answers")
    clarification = models.ForeignKey(
        Clarification, models.PROTECT, related_name="answers", verbose_name=gettext_lazy("说明的是哪一处")
    )
    words = EncryptedTextField(gettext_lazy("信访人的说明"), help_text=gettext_lazy("照本人的原话写"))


class Clarifiable:
    """The petitioner can be asked to make something clear."""

    @act("ask_clarification", Clarification)
    def ask_clarification(self: Any, deed: Deed, *, words: str) -> Clarification:
        """Ask one thing; the next only when this one is answered."""
        if not words.strip():
            raise NotAllowed(_("写明要请信访人说明什么。"), field="words")
        if self.open_clarification() is not None:
            raise NotAllowed(_("已经请信访人说明一处，等他答了再问下一处。"), field="words")
        return Clarification(matter=self, words=words)

    @act("clarify", ClarificationAnswer)
    def clarify(self: Any, deed: Deed, *, clarification: Clarification, words: str) -> ClarificationAnswer:
        """Answer; what was said becomes part of the matter's text, as a supplement does."""
        if not words.strip():
            raise NotAllowed(_("写几句说明。"), field="words")
        if not self.end_clarification(deed.on, clarification):
            raise NotAllowed(_("这一处已经说明过了。"), field="clarification")
        self.say_more(words)
        return ClarificationAnswer(matter=self, clarification=clarification, words=words)

    def open_clarification(self: Any) -> Clarification | None:
        """The one that waits for an answer."""
        waiting: Clarification | None = self.clarifications.filter(ended_on=None).first()
        return waiting

    def end_clarification(self: Any, day: date, one: Clarification | None) -> bool:
        """Let the one that waits, if it is this one, wait no longer; whether there was such a one."""
        waiting = self.clarifications.filter(ended_on=None, pk=one.pk if one else None)
        return bool(waiting.update(ended_on=day))
