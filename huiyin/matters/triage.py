"""Triage 分流: somebody reads the petition, says what it is in law, and whether it reports wrongdoing (Art. 22, 30)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.request import Request


class Triage(Act):
    """What the reader found. The question on wrongdoing has no default answer."""

    asks = ("kind", "purpose", "topic", "title", "requests", "reports_wrongdoing", "extract")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="triages")
    kind = models.CharField(
        gettext_lazy("性质"),
        max_length=16,
        choices=[
            ("appeal_claim", gettext_lazy("申诉求决")),
            ("suggestion", gettext_lazy("建议意见")),
            ("accusation", gettext_lazy("检举控告")),
            ("judicial", gettext_lazy("涉法涉诉")),
            ("inquiry", gettext_lazy("咨询感谢")),
        ],
    )
    purpose = models.CharField(
        gettext_lazy("信访目的"),
        max_length=2,
        blank=True,
        choices=[
            ("01", gettext_lazy("意见建议")),
            ("02", gettext_lazy("申诉")),
            ("03", gettext_lazy("求决")),
            ("04", gettext_lazy("揭发控告")),
            ("99", gettext_lazy("其他")),
        ],
    )
    topic = models.CharField(gettext_lazy("内容分类"), max_length=64, blank=True)
    title = EncryptedTextField(
        gettext_lazy("题目"), blank=True, help_text=gettext_lazy("一句话说清是什么事，不写人的评价")
    )
    requests = EncryptedTextField(
        gettext_lazy("诉求"), blank=True, help_text=gettext_lazy("一行一项，按信访人的意思写")
    )
    reports_wrongdoing = models.BooleanField(
        gettext_lazy("是否反映公职人员或单位内部人员违纪违法"),
        choices=[(True, gettext_lazy("是，要封存")), (False, gettext_lazy("不是"))],
        help_text=gettext_lazy("没有默认答案。回答之前，被提到的单位看不到也搜不到这件事。"),
    )
    extract = EncryptedTextField(
        gettext_lazy("可以公开办理的部分"),
        blank=True,
        help_text=gettext_lazy("回答“是”时由人重新写一段，不含检举内容；没有就留空，整件封存。"),
    )


class Triageable:
    """A matter can be triaged."""

    @act("triage", Triage)
    def triage(
        self: Any,
        deed: Deed,
        *,
        kind: str,
        reports_wrongdoing: bool,
        purpose: str = "",
        topic: str = "",
        title: str = "",
        requests: str = "",
        extract: str = "",
    ) -> Triage:
        """Answer the questions of triage; a yes seals what reports wrongdoing before anything else can happen."""
        if kind == "accusation" and not reports_wrongdoing:
            raise NotAllowed(_("检举控告要封存办理，这里应回答“是”。"), field="reports_wrongdoing")
        self.kind, self.purpose, self.topic = kind, purpose, topic
        self.reports_wrongdoing = reports_wrongdoing
        self.save(update_fields=["kind", "purpose", "topic", "reports_wrongdoing"])
        if reports_wrongdoing and not self.sealed:
            self.set_apart(deed, title=title, extract=extract)
        if title.strip():
            self.title = title.strip()
            self.save(update_fields=["title"])
        lines = tuple(line.strip() for line in requests.splitlines() if line.strip())
        if lines:
            self.requests.all().delete()
            Request.ask(self, lines)
        return Triage(
            matter=self,
            kind=self.kind,
            purpose=purpose,
            topic=topic,
            title=title,
            requests=requests,
            reports_wrongdoing=self.reports_wrongdoing,
        )
