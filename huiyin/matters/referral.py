"""Referral 移送: litigation to the political-legal organs, accusations to discipline by management authority (Art. 22, 30)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.grant import Grant
from huiyin.people.organ import Organ
from huiyin.people.post import Post

KEEPERS_NEEDED = 2


class Referral(Act):
    """To which organ it was referred, and why there."""

    asks = ("to", "reason")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="referrals")
    to = models.ForeignKey(
        "people.Organ", models.PROTECT, related_name="+", verbose_name=gettext_lazy("移送给谁")
    )
    reason = EncryptedTextField(gettext_lazy("依据和理由"))

    def told(self) -> dict[str, Any]:
        return {"to_name": self.to.name}


class Referable:
    """A matter can be referred to an organ whose own law takes over; none of our clocks runs there."""

    @act("refer_judicial", Referral)
    def refer_judicial(self: Any, deed: Deed, *, to: Organ, reason: str) -> Referral:
        """Refer a litigation matter to the political-legal organ of the same level."""
        self.require_may_go_to(to)
        if to.kind not in ("judicial", "court", "procuratorate"):
            raise NotAllowed(_("涉法涉诉事项转给同级政法机关。"), field="to")
        self.open_to(to, "refer_judicial")
        return Referral(matter=self, to=to, reason=reason)

    @act("refer_discipline", Referral)
    def refer_discipline(self: Any, deed: Deed, *, to: Organ, reason: str) -> Referral:
        """Refer a sealed accusation to a discipline organ; never to or through an organ that it names."""
        if not self.sealed:
            raise NotAllowed(_("检举控告先封存，再移送。"))
        if to.kind != "discipline":
            raise NotAllowed(_("检举控告按管理权限移送纪检监察机关。"), field="to")
        if self.mentions.filter(organ=to).exists():
            raise NotAllowed(_("被反映的单位不能接收，请移送上一级。"), field="to")
        deed.bearer.give_way()
        deed.opened = Assignment(
            matter=self, organ=to, stage=deed.move.to, received_on=deed.on, ended_on=deed.on
        )
        Grant.to_posts(self, self.two_keepers(to), "refer_discipline")
        return Referral(matter=self, to=to, reason=reason)

    def open_to(self: Any, organ: Organ, reason: str) -> None:
        """Let the posts of an organ see it; a sealed one is seen by its seal keepers alone.

        Nobody is turned away because there are too few of them: it waits, and the audit says so every night.
        """
        if not self.sealed:
            Grant.to_organ(self, organ, reason)
            return
        Grant.to_posts(self, self.keepers(organ), reason)

    def keepers(self: Any, organ: Organ) -> list[Any]:
        """The posts that keep sealed accusations for an organ: its own, and discipline's where those are too few.

        Never a post of an organ that the accusation names, or of what that was merged into.
        """
        named = self.mentions.values("organ")
        merged = self.mentions.exclude(organ__successor=None).values("organ__successor")
        keeping = Post.objects.active().with_duty("seal_keeper")
        keeping = keeping.exclude(organ__in=named).exclude(organ__in=merged)
        posts = list(keeping.filter(organ=organ))
        if len(posts) < KEEPERS_NEEDED:
            around = {organ.region_id[:length] for length in (2, 4, 6, 9)}
            posts += keeping.filter(organ__kind="discipline", organ__region__in=around).exclude(organ=organ)
        return posts

    def two_keepers(self: Any, organ: Organ) -> list[Any]:
        """The keepers, where there are enough of them. Raises NotAllowed where there are fewer than two."""
        posts = self.keepers(organ)
        if len(posts) < KEEPERS_NEEDED:
            raise NotAllowed(
                _("%(organ)s 还没有两个保管封存件的岗位，请管理员先设。") % {"organ": organ.name}
            )
        return posts
