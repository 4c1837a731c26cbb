"""Informing 通报 (Art. 30.2): the personnel organ is told what is reported of a cadre, never who reported it.

It gets a letter and no sight of the matter. What is grave goes to the leading persons of the party committee as well;
nothing goes to an organ that the accusation names, or to what that was merged into.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind


class Informing(Act):
    """Which personnel organ was told what, and to whom a grave case was reported."""

    asks = ("to", "situation", "reported_to")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="informings")
    to = models.ForeignKey(
        "people.Organ",
        models.PROTECT,
        related_name="+",
        limit_choices_to={"kind": OrganKind.PERSONNEL},
        verbose_name=gettext_lazy("通报给哪个组织（人事）部门"),
        help_text=gettext_lazy("按干部管理权限"),
    )
    situation = EncryptedTextField(
        gettext_lazy("反映的情况"), help_text=gettext_lazy("写反映了什么，不写是谁反映的，也不附原件")
    )
    reported_to = EncryptedTextField(
        gettext_lazy("重大情况，还报送了谁"),
        blank=True,
        help_text=gettext_lazy("党委主要负责同志、分管组织（人事）工作的负责同志；不是重大情况的不填"),
    )

    def told(self) -> dict[str, Any]:
        return {"to_name": self.to.name}


class Informable:
    """Of what is sealed the personnel organ can be informed."""

    @act("inform_personnel", Informing)
    def inform_personnel(
        self: Any, deed: Deed, *, to: Organ, situation: str, reported_to: str = ""
    ) -> Informing:
        """Inform it by a letter that holds the situation alone."""
        if not self.sealed:
            raise NotAllowed(_("反映干部问题的先封存，再通报。"))
        if to.kind != OrganKind.PERSONNEL:
            raise NotAllowed(_("通报给组织（人事）部门。"), field="to")
        if self.mentions.filter(Q(organ=to) | Q(organ__successor=to)).exists():
            raise NotAllowed(_("被反映的单位不能接收，请通报上一级。"), field="to")
        told = [party.petitioner.name for party in self.parties.petitioners().select_related("petitioner")]
        if any(name and name in situation for name in told):
            raise NotAllowed(_("通报里不写是谁反映的，请把姓名去掉。"), field="situation")
        return Informing(matter=self, to=to, situation=situation, reported_to=reported_to)
