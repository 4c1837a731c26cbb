"""Supervision 督办 (Art. 38, 40): an organ is told what it failed to do, and answers by a day. It ends no legal limit."""

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

TERM = "supervision"


class Failing(models.TextChoices):
    """What an organ is supervised for. Codes are those of DOMAIN §1.6; all are about what organs do."""

    LATE = "T1", gettext_lazy("超过期限，又没有依法延期")
    NO_REPORT = "T2", gettext_lazy("交办的结果没有按时报")
    PROCEDURE = "T3", gettext_lazy("程序有缺：没告知、没送达、没写救济途径、签发人不对")
    PUSHED_AWAY = "T4", gettext_lazy("推诿：该办的推给别的单位")
    EMPTY_ANSWER = "T5", gettext_lazy("敷衍：答复没有对着诉求说")
    STALLED = "T6", gettext_lazy("拖延：十五天没有实际进展")
    FALSE_REPORT = "T7", gettext_lazy("报的和事实不符")
    NOT_CARRIED_OUT = "T8", gettext_lazy("支持的意见没有按期落实")
    RETALIATION = "T12", gettext_lazy("反映有打击报复或泄露信息")
    OTHER = "other", gettext_lazy("其他违反规定的情况")


class Supervision(Act):
    """What was found, what is demanded, and by when the organ answers."""

    asks = ("failing", "facts", "demand", "answer_by")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="supervisions")
    failing = models.CharField(gettext_lazy("什么问题"), max_length=8, choices=Failing)
    facts = EncryptedTextField(gettext_lazy("查到的事实"), help_text=gettext_lazy("哪天、哪一步、依据哪一条"))
    demand = EncryptedTextField(gettext_lazy("要求做什么"))
    answer_by = models.DateField(gettext_lazy("哪天前书面回复"))


class SupervisionAnswer(Act):
    """What the organ did about it."""

    asks = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="supervision_answers")
    supervision = models.ForeignKey(Supervision, models.PROTECT, related_name="answers", editable=False)
    words = EncryptedTextField(gettext_lazy("做了什么"), help_text=gettext_lazy("对着要求逐条写，附上凭据"))


class Supervisable:
    """The organ that has a matter can be supervised."""

    @act("supervise", Supervision)
    def supervise(
        self: Any, deed: Deed, *, failing: str, facts: str, demand: str, answer_by: date
    ) -> Supervision:
        """Demand something; one demand at a time, so that the organ knows which it answers."""
        days = (answer_by - deed.on).days
        if days < 1:
            raise NotAllowed(_("回复的日期要在今天之后。"), field="answer_by")
        if self.supervised_at(deed.bearer).exists():
            raise NotAllowed(_("上一次督办还没有回复，等回复了再发。"))
        deed.term_days = days
        return Supervision(matter=self, failing=failing, facts=facts, demand=demand, answer_by=answer_by)

    @act("answer_supervision", SupervisionAnswer)
    def answer_supervision(self: Any, deed: Deed, *, words: str) -> SupervisionAnswer:
        """Answer the last demand, late or not."""
        if not self.supervised_at(deed.bearer).exists():
            raise NotAllowed(_("没有等着回复的督办。"))
        return SupervisionAnswer(
            matter=self, supervision=self.supervisions.order_by("number").last(), words=words
        )

    def supervised_at(self: Any, assignment: Any) -> Any:
        """The clock of the demand that an organ has still to answer."""
        return Clock.objects.running().filter(assignment=assignment, term=TERM)
