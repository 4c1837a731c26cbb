"""Not accepted 不予受理 (Art. 19, 23) and not again 不再受理 (Art. 36): each with its basis, the way on, and a remedy."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.document import Document
from huiyin.matters.errors import NotAllowed

REASONS = [("already_accepted", gettext_lazy("同一事项已被受理，还在法定期限内（第19条）"))]


class Refusal(Act):
    """Why this organ does not take the matter, where to go, and what can be done against that."""

    asks = ("reason_code", "basis", "where_to", "remedy")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="refusals")
    reason_code = models.CharField(gettext_lazy("原因"), max_length=20, choices=REASONS)
    basis = models.CharField(gettext_lazy("法律依据"), max_length=240)
    where_to = EncryptedTextField(
        gettext_lazy("现在由谁办、找谁"), help_text=gettext_lazy("写明单位、电话和答复期限")
    )
    remedy = EncryptedTextField(gettext_lazy("不同意怎么办"))


class FinalRefusal(Act):
    """A final review was delivered on the same facts; what would count as new, and what help remains."""

    asks = ("prior_number", "new_facts", "help_available")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="final_refusals")
    prior_number = models.CharField(gettext_lazy("复核意见书文号"), max_length=64)
    new_facts = EncryptedTextField(gettext_lazy("什么算新的事实和理由"))
    help_available = EncryptedTextField(gettext_lazy("还可以得到什么帮助"))


class Refusable:
    """A matter can be refused, on a legal reason alone."""

    @act("decline", Refusal)
    def decline(
        self: Any, deed: Deed, *, reason_code: str, basis: str, where_to: str, remedy: str
    ) -> Refusal:
        """Not accepted, because it is accepted and within its limit elsewhere."""
        return Refusal(matter=self, reason_code=reason_code, basis=basis, where_to=where_to, remedy=remedy)

    @act("decline_final", FinalRefusal)
    def decline_final(
        self: Any, deed: Deed, *, prior_number: str, new_facts: str, help_available: str
    ) -> FinalRefusal:
        """Not again: only after a final review whose opinion was delivered, which the record must show by its number."""
        opinions = Document.objects.filter(kind="D21", number=prior_number, voided_on=None)
        if not opinions.filter(matter__reviews__level=2, matter__reviews__stage="finalised").exists():
            raise NotAllowed(
                _("没有查到这个文号的、已送达的复核意见，不能作“不再受理”。请核对文号，或按新事项办理。"),
                field="prior_number",
            )
        return FinalRefusal(
            matter=self, prior_number=prior_number, new_facts=new_facts, help_available=help_available
        )
