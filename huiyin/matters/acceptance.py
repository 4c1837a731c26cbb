"""Acceptance 受理, and the ways out of it: another legal way (Art. 31), an answered suggestion (Art. 29)."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.post import Post


class Acceptance(Act):
    """The organ takes the matter to answer it; sixty days run from this day (Art. 34)."""

    asks = ("handler",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="acceptances")
    handler = models.ForeignKey(
        "people.Post", models.PROTECT, related_name="+", verbose_name=gettext_lazy("承办人")
    )

    def told(self) -> dict[str, Any]:
        return {"organ_name": self.by_post.organ.name if self.by_post else ""}


class RoutingOut(Act):
    """Another legal way leads to the answer: which body, on what basis, and until when the citizen must act."""

    asks = ("route", "body", "basis", "act_by", "materials")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="routings_out")
    route = models.CharField(
        gettext_lazy("途径"), max_length=2, choices=[(f"L{n}", f"L{n}") for n in range(1, 6)]
    )
    body = models.CharField(gettext_lazy("去哪个机关"), max_length=120)
    basis = models.CharField(gettext_lazy("法律依据"), max_length=240)
    act_by = models.DateField(gettext_lazy("最晚哪天前提出"))
    materials = EncryptedTextField(gettext_lazy("要带什么"), blank=True)


class SuggestionReply(Act):
    """A suggestion was studied: adopted, partly, or not, and why (Art. 29)."""

    asks = ("adopted", "reply")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="suggestion_replies")
    adopted = models.CharField(
        gettext_lazy("是否采纳"),
        max_length=8,
        choices=[
            ("adopted", gettext_lazy("采纳")),
            ("partly", gettext_lazy("部分采纳")),
            ("not", gettext_lazy("暂不采纳")),
        ],
    )
    reply = EncryptedTextField(
        gettext_lazy("回复"), help_text=gettext_lazy("采纳了什么、怎么落实；没采纳的，说清原因")
    )


class Acceptable:
    """A matter can be accepted, or shown the way that the law provides for it."""

    @act("accept", Acceptance)
    def accept(self: Any, deed: Deed, *, handler: Post) -> Acceptance:
        """Accept; a named handler of the organ has it from today."""
        told = self.notifications.order_by("number").last()
        if told is not None and told.route != "L6":
            raise NotAllowed(_("已告知走其他法定途径，这里只受理信访程序（第31条第六项）的诉求。"))
        self.hand_to(deed, handler)
        return Acceptance(matter=self, handler=handler)

    @act("route_out", RoutingOut)
    def route_out(
        self: Any, deed: Deed, *, route: str, body: str, basis: str, act_by: date, materials: str = ""
    ) -> RoutingOut:
        """Show the other way, never empty: body, basis and the citizen's own time bar."""
        if act_by <= deed.on:
            raise NotAllowed(_("提出的期限要在今天之后，否则这条路走不通。"), field="act_by")
        return RoutingOut(
            matter=self, route=route, body=body, basis=basis, act_by=act_by, materials=materials
        )

    @act("answer_suggestion", SuggestionReply)
    def answer_suggestion(self: Any, deed: Deed, *, adopted: str, reply: str) -> SuggestionReply:
        """Answer a suggestion."""
        if self.kind != "suggestion":
            raise NotAllowed(_("只有建议意见这样回复；求决的事项要出具处理意见。"))
        return SuggestionReply(matter=self, adopted=adopted, reply=reply)
