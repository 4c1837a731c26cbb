"""A notice 通知: one thing told to one person by one channel, until it has come to an end.

It is made once for one occasion (an entry of the record, a window about to close, a digest), and the reference made
from the occasion is what a provider recognises it by, so that sending twice is hearing once.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.people.masks import masked_phone

NAMESPACE = uuid.UUID("7d5f8f0e-52a1-5c5e-9f0b-3a5d2c9e6b10")
KEPT_OF_AN_EMAIL = 2


class Medium(models.TextChoices):
    """How it travels. A letter is a task for people: print it, post it or hand it over, and say so."""

    SMS = "sms", _("短信")
    EMAIL = "email", _("电子邮件")
    LETTER = "letter", _("纸质信")


class State(models.TextChoices):
    """Where a notice stands; what is in ENDS is final, which a trigger holds."""

    CREATED = "created", _("待发")
    SENDING = "sending", _("正在发")
    RETRYING = "retrying", _("稍后再发")
    DELIVERED = "delivered", _("已送出")
    FAILED = "failed", _("送不到")
    GAVE_UP = "gave_up", _("试了三天没送出")
    WITHDRAWN = "withdrawn", _("已撤下")


ENDS = (State.DELIVERED, State.FAILED, State.GAVE_UP, State.WITHDRAWN)


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Answers about notices."""

    def unfinished(self) -> "NoticeQuerySet":
        """Those that have not come to an end."""
        return self.filter(ended_at=None)

    def unfinished_since(self, hours: int = 72) -> "NoticeQuerySet":
        """Those that should have ended by now, letters that nobody posted included: an alarm."""
        return self.unfinished().filter(created_at__lte=timezone.now() - timedelta(hours=hours))

    def due(self, now: datetime) -> "NoticeQuerySet":
        """Those that a channel can send now, the longest waiting first."""
        waiting = self.unfinished().exclude(channel=Medium.LETTER)
        return waiting.filter(next_try_at__lte=now).order_by("next_try_at", "pk")

    def letters_owed(self) -> "NoticeQuerySet":
        """Letters that somebody has still to post or hand over."""
        return self.unfinished().filter(channel=Medium.LETTER).order_by("created_at", "pk")

    def enter(self, notices: Iterable["Notice"]) -> None:
        """Keep new notices; one that is already here stays as it is."""
        self.bulk_create(notices, ignore_conflicts=True)

    def forget(self, matter: Any) -> None:
        """Withdraw what was not sent about a matter and erase the words of all of it."""
        about = self.filter(matter=matter)
        about.unfinished().update(state=State.WITHDRAWN, ended_at=timezone.now())
        about.update(text=None)


class Notice(models.Model):
    """One notice. `recipient` is the id of a petitioner or an officer; `round` counts human retries of an ended one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, null=True, related_name="+")
    matter = models.ForeignKey("matters.Matter", models.PROTECT, null=True, related_name="+")
    organ = models.ForeignKey("people.Organ", models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=32)
    recipient_kind = models.CharField(
        max_length=10, choices=[("petitioner", _("信访人")), ("officer", _("工作人员"))]
    )
    recipient = models.UUIDField()
    channel = models.CharField(max_length=6, choices=Medium)
    round = models.PositiveSmallIntegerField(default=1)
    reference = models.UUIDField(unique=True)
    address = EncryptedTextField(null=True)
    text = EncryptedTextField(null=True)
    state = models.CharField(max_length=9, choices=State, default=State.CREATED)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "recipient", "channel", "round"],
                name="one_notice_per_entry_recipient_and_channel",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDS, ended_at__isnull=False) | ~Q(state__in=ENDS) & Q(ended_at=None),
                name="an_ended_notice_says_when",
            ),
            models.CheckConstraint(
                condition=Q(channel="letter") | Q(address__isnull=False), name="what_is_sent_has_an_address"
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(ended_at=None), name="notices_to_send"),
            models.Index(fields=["matter", "recipient"], name="notices_about_a_matter"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.about} {self.state}"

    @classmethod
    def made(
        cls, occasion: uuid.UUID, *, about: str, recipient: uuid.UUID, channel: str, **more: Any
    ) -> "Notice":
        """An unsaved notice; the same occasion, recipient and channel give the same reference."""
        now = timezone.now()
        reference = _reference(occasion, about, recipient, channel, 1)
        more = {"created_at": now, "next_try_at": now} | more
        return cls(about=about, recipient=recipient, channel=channel, reference=reference, **more)

    def again(self, channel: str | None = None) -> "Notice":
        """An unsaved notice that says the same once more: by another channel, or in a new round of this one."""
        now, other = timezone.now(), channel is not None and channel != self.channel
        turn = 1 if other else self.round + 1
        kept = (
            "entry_id",
            "matter_id",
            "organ_id",
            "about",
            "recipient_kind",
            "recipient",
            "address",
            "text",
        )
        return Notice(
            **{name: getattr(self, name) for name in kept},
            channel=channel or self.channel,
            round=turn,
            reference=_reference(self.reference, self.about, self.recipient, channel or self.channel, turn),
            created_at=now,
            next_try_at=now,
        )

    @property
    def is_ended(self) -> bool:
        """Nothing more will happen to it."""
        return self.ended_at is not None

    def end(self, state: str, trouble: str = "") -> bool:
        """Bring it to an end, once; False where it had already come to one."""
        still = Notice.objects.unfinished().filter(pk=self.pk)
        ended = still.update(state=state, trouble=trouble[:120], ended_at=timezone.now())
        self.refresh_from_db(fields=["state", "trouble", "ended_at"])
        return bool(ended)

    def masked_address(self) -> str:
        """Where it goes, for lists: 138****0001, zh****@example.gov.cn; a letter shows nothing."""
        if not self.address or self.channel == Medium.LETTER:
            return "—"
        name, at, domain = self.address.partition("@")
        return f"{name[:KEPT_OF_AN_EMAIL]}****@{domain}" if at else masked_phone(self.address)


def _reference(occasion: uuid.UUID, about: str, recipient: uuid.UUID, channel: str, turn: int) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"{occasion} {about} {recipient} {channel} {turn}")
