"""A petition 信访件: one submission in its own words; and the act that registers it (Art. 17–22)."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from huiyin.ledger.entry import canonical
from huiyin.ledger.fields import EncryptedJSONField, EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import attachment, mention, party
from huiyin.matters.act import Act, act
from huiyin.matters.assignment import Assignment
from huiyin.matters.deed import Deed
from huiyin.matters.filing import Channel, Filing
from huiyin.matters.numbering import Series
from huiyin.matters.receipt import Receipt
from huiyin.matters.request import Request
from huiyin.matters.search import Words
from huiyin.people.organ import Organ
from huiyin.statute import rules as statute

BEFORE_REGISTRATION = ""


class Petition(models.Model):
    """One submission: its own words, kept as they came."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="petitions")
    key = models.UUIDField(unique=True, null=True)  # made with the form: the same form twice is one petition;
    # none once its batch was undone, so that the same file may come again
    number = models.CharField(max_length=32, unique=True, null=True)
    channel = models.CharField(max_length=8, choices=Channel)
    title = EncryptedTextField()
    text = EncryptedTextField()
    organs_text = EncryptedTextField(blank=True)
    addressee = EncryptedTextField(blank=True)
    people_count = models.PositiveSmallIntegerField(default=1)
    received_at = models.DateTimeField()
    read_back = models.BooleanField(null=True)  # of what was said and written down; None: it came in writing
    postmarked_on = models.DateField(null=True)
    awaits_transcript = models.BooleanField(default=False)
    registered_by = models.ForeignKey("people.Organ", models.PROTECT, related_name="+")
    batch = models.ForeignKey("matters.Batch", models.PROTECT, null=True, related_name="petitions")
    source = models.CharField(max_length=64, blank=True)  # whose number and exchange date these are
    source_number = models.CharField(max_length=64, blank=True)
    exchanged_on = models.DateField(
        null=True
    )  # 交换日期, theirs; every clock counts from received_at, which is ours

    told_by_source = EncryptedJSONField(null=True)  # how the source classified it: {"purpose": …, "topic": …}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_number"],
                condition=Q(key__isnull=False) & ~Q(source_number=""),
                name="one_petition_per_number_of_a_source",
            )
        ]

    def __str__(self) -> str:
        return self.number or str(self.pk)


class Registration(Act):
    """The petition is registered (Art. 22): from now on somebody owes an answer."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="registrations")
    petition = models.ForeignKey(Petition, models.PROTECT, related_name="+")
    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="+")

    def sections(self) -> dict[str, bytes]:
        petition = self.petition
        words = {"title": petition.title, "text": petition.text, "organs": petition.organs_text}
        plain = {"channel": petition.channel, "people": petition.people_count, "number": petition.number}
        plain |= {"move": self.move_id, "due": self.runs_until}
        return {"act": canonical(plain), "words": canonical(words)}


class Registrable:
    """A matter can be registered."""

    @classmethod
    def opened_for(cls: Any, filing: Filing, organ: Organ, at: datetime, rules: str, **apart: Any) -> Any:
        """A new matter at an organ, not yet registered; `apart` says from which it was split or sealed, if from any."""
        on = timezone.localdate(at)
        matter = cls.system.create(
            rules=statute.load(rules).id,
            number=None if filing.accusation else _number(organ, on),
            title=filing.title,
            text=filing.text,
            place=filing.place,
            place_text=filing.place_text,
            kind="accusation" if filing.accusation else "",
            sealed=filing.accusation,
            registered_at=at,
            heard_on=on,
            **apart,
        )
        Assignment.objects.create(matter=matter, organ=organ, stage=BEFORE_REGISTRATION, received_on=on)
        return matter

    @act("register", Registration)
    def enter(self: Any, deed: Deed, *, filing: Filing, organ: Organ) -> Registration:
        """Write petition, people, requests and receipt of a matter just opened."""
        petition = Petition.objects.create(
            matter=self,
            key=filing.key,
            number=self.number,
            channel=filing.channel,
            title=filing.title,
            text=filing.text,
            organs_text=filing.organs_text,
            addressee=filing.addressee,
            people_count=filing.heads,
            received_at=deed.at,
            read_back=filing.read_back,
            postmarked_on=filing.postmarked_on,
            awaits_transcript=filing.awaits_transcript,
            registered_by=organ,
            batch=filing.batch,
            source=filing.source,
            source_number=filing.source_number,
            exchanged_on=filing.exchanged_on,
            told_by_source=filing.told_by_source,
        )
        consent = deed.at if filing.e_delivery else None
        party.join(self, filing.people, hidden=filing.hide_identity, e_delivery_at=consent)
        Request.ask(self, filing.wishes or (filing.title,))
        mention.note(self, f"{filing.title}\n{filing.text}\n{filing.organs_text}", filing.named)
        attachment.attach(self, filing.attachments, deed.at)
        self.open_to(organ, "register")
        Words.enter(self)
        in_hand = (
            filing.batch is None
        )  # of what came by a file nobody holds the receipt until it is issued anew
        receipt = Receipt.issue(self, deed.at, is_shown=in_hand)
        return Registration(matter=self, petition=petition, receipt=receipt)


def _number(organ: Organ, on: date) -> str:
    """The next number of the organ's month; one that another organ of the same letters used is passed over."""
    month = f"{on:%Y-%m}"
    while True:
        number = f"{organ.letters}{month}-{Series.next(organ, f'petition {month}'):04d}"
        if not Petition.objects.filter(number=number).exists():
            return number
