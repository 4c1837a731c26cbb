"""Agency 代理: a petitioner lets somebody else speak, in writing and for as long as the petitioner wants.

Source: 《山东省信访条例》第28条、《北京市信访条例》第27条 (one or two agents, a written mandate); the Regulation is silent.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Agency(Act):
    """Who speaks for the petitioners, how to reach them, what they may do; and since it ended, when."""

    asks = ("name", "phone", "mandate")
    quotes = ("mandate",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="agencies")
    name = EncryptedTextField(gettext_lazy("代理人姓名"))
    phone = EncryptedTextField(gettext_lazy("代理人电话"))
    mandate = EncryptedTextField(
        gettext_lazy("委托他做什么"),
        help_text=gettext_lazy("比如：代交材料、代收答复、代为申请复查。委托书可以作为材料交上来"),
    )
    ended_on = models.DateField(null=True, editable=False)


class AgencyEnd(Act):
    """The agent speaks for nobody any more."""

    asks = ("agency",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="agency_ends")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="ends", verbose_name=gettext_lazy("哪一位代理人")
    )


class Delegable:
    """Petitioners can let agents speak for them."""

    @act("name_agent", Agency)
    def name_agent(self: Any, deed: Deed, *, name: str, phone: str, mandate: str) -> Agency:
        """Name an agent; at most as many at a time as the rule set says."""
        most = int(deed.rules.limits["agents"].value)
        if self.agents().count() >= most:
            raise NotAllowed(_("最多委托 %(most)d 位代理人，先结束一位的委托。") % {"most": most})
        return Agency(matter=self, name=name, phone=phone, mandate=mandate)

    @act("end_agency", AgencyEnd)
    def end_agency(self: Any, deed: Deed, *, agency: Agency) -> AgencyEnd:
        """End it; no reason is asked."""
        if not self.agents().filter(pk=agency.pk).update(ended_on=deed.on):
            raise NotAllowed(_("这位代理人的委托已经结束。"), field="agency")
        return AgencyEnd(matter=self, agency=agency)

    def agents(self: Any) -> Any:
        """Who speaks for the petitioners now, in order."""
        return self.agencies.filter(ended_on=None).order_by("number")
