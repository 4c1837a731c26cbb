"""Question 问一句: the petitioner asks, the organ that has the matter answers; both stand in the timeline."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Question(Act):
    """What the petitioner wants to know."""

    asks = ("words",)
    quotes = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="questions")
    words = EncryptedTextField(gettext_lazy("您想问什么"))
    answered_on = models.DateField(null=True, editable=False)


class Answer(Act):
    """The answer, which the petitioner reads on the progress page."""

    asks = ("question", "words")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="answers")
    question = models.ForeignKey(
        Question, models.PROTECT, related_name="answers", verbose_name=gettext_lazy("回答哪一句")
    )
    words = EncryptedTextField(gettext_lazy("回答"))


class Askable:
    """A petitioner can ask, an officer can answer."""

    @act("ask", Question)
    def ask(self: Any, deed: Deed, *, words: str) -> Question:
        """Ask."""
        if not words.strip():
            raise NotAllowed(_("写一句您想问的。"), field="words")
        return Question(matter=self, words=words)

    @act("answer_question", Answer)
    def answer_question(self: Any, deed: Deed, *, question: Question, words: str) -> Answer:
        """Answer one question of this matter."""
        if not self.questions.filter(pk=question.pk, answered_on=None).update(answered_on=deed.on):
            raise NotAllowed(_("这一句已经有人回答了。"), field="question")
        return Answer(matter=self, question=question, words=words)
