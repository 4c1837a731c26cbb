"""Splitting 分成两件: one petition that raises two matters becomes two, each with its own number and way.

Age never resets: the second has the dates on which the petition was received. Its text is what an officer took out of
the petition; the petition's own words and material stay with the first. The code in the petitioner's hand opens both.
At triage the second is sorted anew; later it stays with the organ that accepted both (carrying_on.py).
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.carrying_on import Carried
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.filing import Filing
from huiyin.matters.party import Party
from huiyin.people.actor import Actor


class Splitting(Act):
    """Which requests became a matter of their own, and why."""

    asks = ("positions", "title", "text", "reason")
    quotes = ("text",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="splittings")
    second = models.OneToOneField("matters.Matter", models.PROTECT, related_name="+", editable=False)
    positions = models.CharField(
        gettext_lazy("分出去哪几项诉求"), max_length=64, help_text=gettext_lazy("至少一项，至少留一项")
    )
    title = EncryptedTextField(gettext_lazy("另一件的题目"))
    text = EncryptedTextField(
        gettext_lazy("另一件说的是什么"),
        help_text=gettext_lazy("照原话摘出有关的部分；全文和材料留在这一件"),
    )
    reason = EncryptedTextField(gettext_lazy("为什么是两件事"), help_text=gettext_lazy("信访人会读到"))

    def told(self) -> dict[str, Any]:
        return {"second_number": self.second.number}


class Splittable(Carried):
    """A matter can be split while somebody still reads what it is about."""

    @act("split", Splitting)
    def split(self: Any, deed: Deed, *, positions: str, title: str, text: str, reason: str) -> Splitting:
        """Register the chosen requests as a second matter of the same office; `positions` are their places: "2,3"."""
        if self.sealed:
            raise NotAllowed(_("封存的检举控告不分。"))
        self.require_may_part(deed)
        if not title.strip() or not text.strip():
            raise NotAllowed(_("写明另一件的题目和内容。"), field="title" if text.strip() else "text")
        chosen = self._chosen(positions)
        second = self._second(deed, chosen, title.strip(), text.strip())
        self.requests.filter(pk__in=[request.pk for request in chosen]).delete()
        for position, request in enumerate(self.requests.order_by("position"), 1):
            if request.position != position:
                self.requests.filter(pk=request.pk).update(position=position)
        if deed.bearer.stage != "triage":
            second.carry_on(by=Actor.system(deed.by.channel), at=deed.at, first=self)
        return Splitting(
            matter=self, second=second, positions=positions, title=title, text=text, reason=reason
        )

    def halves(self: Any) -> models.QuerySet:
        """The other matters of the same petition that are not sealed, in the order of their making."""
        first = self.split_from_id or self.pk
        family = type(self).system.filter(Q(pk=first) | Q(split_from=first), sealed=False)
        return family.exclude(pk=self.pk).order_by("pk")

    def _chosen(self: Any, positions: str) -> list[Any]:
        wanted = {part.strip() for part in positions.replace("，", ",").split(",") if part.strip()}
        requests = list(self.requests.all())
        chosen = [request for request in requests if str(request.position) in wanted]
        if not chosen or len(chosen) != len(wanted) or len(chosen) == len(requests):
            raise NotAllowed(_("选至少一项分出去，也至少留一项。"), field="positions")
        return chosen

    def _second(self: Any, deed: Deed, chosen: list[Any], title: str, text: str) -> Any:
        petition = self.petitions.select_related("registered_by").earliest("received_at")
        organ = deed.bearer.organ if deed.bearer.stage == "triage" else petition.registered_by
        filing = Filing(
            title=title,
            text=text,
            wishes=tuple(request.text for request in chosen),
            channel=petition.channel,
            place=self.place,
            place_text=self.place_text,
            named=tuple(mention.organ for mention in self.mentions.select_related("organ")),
            people_count=petition.people_count,
            postmarked_on=petition.postmarked_on,
        )
        first = self.split_from_id or self.pk
        second = type(self).opened_for(filing, organ, self.registered_at, self.rules, split_from_id=first)
        second.enter(by=Actor.system(deed.by.channel), at=self.registered_at, filing=filing, organ=organ)
        self._same_people(second)
        second.receipts.update(revoked_at=deed.at, shown=None, shown_until=None)
        for held in self.receipts.filter(revoked_at=None):
            held.open_too([second], deed.at)
        return second

    def _same_people(self: Any, second: Any) -> None:
        parties = self.parties.petitioners().order_by("pk")
        Party.objects.bulk_create(
            Party(
                matter=second,
                petitioner_id=one.petitioner_id,
                is_contact=one.is_contact,
                identity_hidden=one.identity_hidden,
            )
            for one in parties
        )
