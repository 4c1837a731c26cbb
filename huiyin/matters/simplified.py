"""Simplified handling 简易办理: what is clear and easy is accepted in three and answered in ten working days.

A person ticks the exclusions and the program refuses where one applies. It can be left at any time: the sixty days have
run since the acceptance all along, so nobody loses a day by having been tried the short way first.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.post import Post

TERM = "simplified-decide"
YES_OR_NO = [(False, gettext_lazy("不是")), (True, gettext_lazy("是"))]
EXCLUSIONS = ("perhaps_not_supported", "other_procedure", "several_responsible", "major_or_joint")


class Suits(models.TextChoices):
    """Why it is fit for the short way."""

    CLEAR = "clear", gettext_lazy("事实清楚、责任明确、争议不大、容易解决")
    AT_ONCE = "at_once", gettext_lazy("咨询、建议、感谢，当时能答复")
    PRESSING = "pressing", gettext_lazy("涉及日常生活生产，时间紧")
    PROMISED = "promised", gettext_lazy("单位已有明确承诺或结论")


class SimplifiedAcceptance(Act):
    """Accepted to be answered the short way, with every exclusion looked at."""

    asks = ("handler", "suits", *EXCLUSIONS)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="simplified_acceptances")
    handler = models.ForeignKey(
        "people.Post", models.PROTECT, related_name="+", verbose_name=gettext_lazy("承办人")
    )
    suits = models.CharField(gettext_lazy("为什么适合简易办理"), max_length=12, choices=Suits)
    perhaps_not_supported = models.BooleanField(gettext_lazy("可能不予支持"), choices=YES_OR_NO)
    other_procedure = models.BooleanField(
        gettext_lazy("已经或者应当走复议、诉讼、仲裁等法定程序"), choices=YES_OR_NO
    )
    several_responsible = models.BooleanField(gettext_lazy("责任单位不止一个"), choices=YES_OR_NO)
    major_or_joint = models.BooleanField(gettext_lazy("多人联名，或者重大、复杂、疑难"), choices=YES_OR_NO)


class NormalHandling(Act):
    """It turned out not to be so easy: the ordinary way from here on."""

    asks = ("reason",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="normal_handlings")
    reason = EncryptedTextField(gettext_lazy("为什么不适合简易办理"))


class Simplifiable:
    """A first petition that is easy to answer can be answered the short way."""

    @act("accept_simplified", SimplifiedAcceptance)
    def accept_simplified(
        self: Any, deed: Deed, *, handler: Post, suits: str, **exclusions: bool
    ) -> SimplifiedAcceptance:
        """Accept it for the short way; refused where an exclusion applies or three working days have passed."""
        for name in EXCLUSIONS:
            if exclusions[name]:
                label = SimplifiedAcceptance._meta.get_field(name).verbose_name
                raise NotAllowed(_("“%(why)s”的不能简易办理，请走普通程序。") % {"why": label}, field=name)
        petitions = list(self.petitions.all())
        if any(petition.people_count > 1 for petition in petitions):
            raise NotAllowed(_("多人联名的不能简易办理，请走普通程序。"), field="major_or_joint")
        if len(petitions) > 1:
            raise NotAllowed(_("只有初次信访能简易办理，请走普通程序。"))
        last = deed.rules.due("simplified-accept", deed.bearer.received_on).due
        if deed.on > last:
            raise NotAllowed(_("收到后三个工作日内才能简易办理，请走普通程序。"))
        self.hand_to(deed, handler)
        return SimplifiedAcceptance(matter=self, handler=handler, suits=suits, **exclusions)

    @act("handle_normally", NormalHandling)
    def handle_normally(self: Any, deed: Deed, *, reason: str) -> NormalHandling:
        """Leave the short way; the sixty days are those since the acceptance."""
        return NormalHandling(matter=self, reason=reason)


def require_fit_for_short_way(answers: list[dict[str, Any]]) -> None:
    """Raise NotAllowed where the short way, which runs, would end in a no."""
    if any(answer["opinion"] == "not_supported" for answer in answers):
        raise NotAllowed(_("简易办理不能作“不予支持”的答复，请先转为普通程序，再查清楚。"), field="answers")
