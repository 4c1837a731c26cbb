"""Urgent report 重大紧急情况报告 (Art. 25): who learns that people are in danger tells those above at once.

The signs are about danger to people, never about where a petitioner goes or with how many.
"""

from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.several import Several
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind


class Sign(models.TextChoices):
    """What makes a matter serious and urgent."""

    LIFE = "life", gettext_lazy("有人的生命、健康有危险")
    SHELTER = "shelter", gettext_lazy("有人断了住处、吃喝、医药")
    PUBLIC_SAFETY = "public_safety", gettext_lazy("房屋、矿山、道路、饮水、环境等有公共安全隐患")
    MANY = "many", gettext_lazy("很多人的切身利益马上要受损")


class UrgentReport(Act):
    """What was learnt and when, what is done meanwhile, and to whom it was reported."""

    asks = ("signs", "facts", "noticed_at", "measures", "to")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="urgent_reports")
    signs = Several(gettext_lazy("什么危险"), of=Sign)
    facts = EncryptedTextField(gettext_lazy("知道的情况"), help_text=gettext_lazy("谁、在哪里、出了什么事"))
    noticed_at = models.DateTimeField(
        gettext_lazy("什么时候知道的"), help_text=gettext_lazy("知道以后一小时内报告")
    )
    measures = EncryptedTextField(gettext_lazy("已经采取的措施"))
    to = models.ForeignKey(
        "people.Organ",
        models.PROTECT,
        related_name="+",
        verbose_name=gettext_lazy("报告给谁"),
        help_text=gettext_lazy("本级党委、政府；信访部门的上级信访部门同时收到"),
    )

    def told(self) -> dict[str, Any]:
        within = self.matter.law.limits["urgent-report"].value
        return {"to_name": self.to.name, "minutes": self.minutes, "within": within}

    @property
    def minutes(self) -> int:
        """From learning of it to reporting it (CLK-16)."""
        return int((self.occurred_at - self.noticed_at).total_seconds()) // 60


class Urgent:
    """Any open matter may turn out to be urgent."""

    @act("report_urgent", UrgentReport)
    def report_urgent(
        self: Any,
        deed: Deed,
        *,
        signs: list[str],
        facts: str,
        noticed_at: datetime,
        measures: str,
        to: Organ,
    ) -> UrgentReport:
        """Report it; whom it is reported to, and the petition office above, see the matter from now on."""
        if noticed_at > deed.at:
            raise NotAllowed(_("知道的时间不能在现在之后。"), field="noticed_at")
        if to not in deed.bearer.organ.superiors():
            raise NotAllowed(_("向本单位上面的党委、政府报告。"), field="to")
        self.open_above(to, "report_urgent")
        for office in _offices_above(deed.by.organ):
            self.open_above(office, "report_urgent")
        return UrgentReport(
            matter=self, signs=signs, facts=facts, noticed_at=noticed_at, measures=measures, to=to
        )

    def open_above(self: Any, organ: Organ, reason: str) -> None:
        """Let an organ above see it. What is sealed stays with its keepers, and reaches nobody whom it names."""
        if not self.mentions.filter(organ=organ).exists():
            self.open_to(organ, reason)


def _offices_above(organ: Organ) -> list[Organ]:
    """A petition office also reports to the next petition office above (Art. 25)."""
    if organ.kind != OrganKind.PETITION_OFFICE:
        return []
    offices = (above.petition_office() for above in organ.superiors())
    return [office for office in offices if office is not None and office != organ][:1]
