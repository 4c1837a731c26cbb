"""Unmasking 带姓名导出: the book with names, asked for with a purpose, agreed to by a head, taken once and marked."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import book
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.exporting import exported, noted
from huiyin.people.actor import Actor
from huiyin.people.duty import Duty
from huiyin.people.labels import LabelWrong, refuse_labels

KEPT = timedelta(days=1)  # after the head agreed
FEWEST_CHARACTERS = 8  # of a purpose
MOST_CHARACTERS = 60  # so that the mark shows all of it on every page
MOST = 20_000


class Unmasking(models.Model):
    """One asking for the book of certain days with names, until it is decided, and taken or too late."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    officer = models.ForeignKey("people.Officer", models.PROTECT, related_name="+")
    purpose = EncryptedTextField()
    since = models.DateField()
    until = models.DateField()
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    decided_by = models.ForeignKey("people.Officer", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why_not = EncryptedTextField(blank=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("officer")), name="nobody_unmasks_alone"
            ),
            models.CheckConstraint(
                condition=Q(taken_at=None) | Q(agreed=True), name="only_what_was_agreed_is_taken"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until} {self.asked_at:%Y-%m-%d %H:%M}"

    @classmethod
    def ask(cls, by: Actor, *, purpose: str, since: date, until: date, at: datetime) -> "Unmasking":
        """Ask for names, saying what for. Raises NotAllowed for a purpose that says nothing, or labels people."""
        purpose = " ".join(purpose.split())
        if not FEWEST_CHARACTERS <= len(purpose) <= MOST_CHARACTERS:
            raise NotAllowed(_("用途请写明白：8 到 60 个字，谁用、做什么用。"), field="purpose")
        try:
            refuse_labels(purpose)
        except LabelWrong as wrong:
            raise NotAllowed(str(wrong), field="purpose") from wrong
        told = {"purpose": purpose, "since": since, "until": until}
        with transaction.atomic():
            asked = cls.objects.create(post=by.post, officer=by.officer, asked_at=at, **told)
            asked._note(by, "ask_names", at, purpose=purpose, since=str(since), until=str(until))
        return asked

    def may_decide(self, by: Actor) -> bool:
        """Whether this actor is the second one: a head of the same organ, at work there, and not who asked."""
        second = by.officer != self.officer and by.organ == self.post.organ
        return second and by.may_approve and by.has(Duty.HEAD)

    def agree(self, by: Actor, *, at: datetime) -> None:
        """Let it be taken once within a day. Raises NotAllowed or Overtaken."""
        self._decide(by, at, "agree_names", agreed=True)

    def refuse(self, by: Actor, *, why_not: str, at: datetime) -> None:
        """Say no, and why. Raises NotAllowed or Overtaken."""
        if not why_not.strip():
            raise NotAllowed(_("不同意的，请写明为什么。"), field="why_not")
        self._decide(by, at, "refuse_names", agreed=False, why_not=why_not.strip())

    def is_open(self, now: datetime) -> bool:
        """Agreed to, not taken, and the day is not over."""
        in_time = self.decided_at is not None and now <= self.decided_at + KEPT
        return bool(self.agreed) and self.taken_at is None and in_time

    def take(self, by: Actor, matters: Any, *, kind: str, at: datetime) -> list[list[book.Cell]]:
        """The rows with names, once, for whoever asked; `matters` are those that this officer may see in lists.

        Raises NotAllowed for anybody else, and where it is not agreed to, taken, or too late.
        """
        if (by.officer, by.post) != (self.officer, self.post):
            raise NotAllowed(_("只有申请的人能取。"))
        open_one = Unmasking.objects.filter(pk=self.pk, agreed=True, taken_at=None, decided_at__gte=at - KEPT)
        with transaction.atomic():
            if not open_one.update(taken_at=at):
                raise NotAllowed(_("没有批准、已经取过，或者过了一天，要再取请重新申请。"))
            rows = list(islice(self._rows(matters), MOST))
            days = {"since": self.since, "until": self.until}
            marks = {"purpose": self.purpose, "approver": str(self.decided_by_id), "unmasking": str(self.pk)}
            exported(by, what="book with names", kind=kind, rows=len(rows), at=at, **days, **marks)
        self.refresh_from_db()
        return rows

    def watermark(self, at: datetime) -> str:
        """Who took it when, for what, and who agreed: on every page, and first in a text file."""
        told = {
            "organ": self.post.organ,
            "name": self.officer.name,
            "at": f"{timezone.localtime(at):%Y-%m-%d %H:%M}",
            "purpose": self.purpose,
            "approver": self.decided_by.name if self.decided_by else "",
        }
        return (
            _("%(organ)s %(name)s %(at)s 导出　%(approver)s 批准　仅限：%(purpose)s　含姓名，不得转发") % told
        )

    def _rows(self, matters: Any) -> Iterator[list[book.Cell]]:
        return book.rows_with_names(book.registered_between(matters, self.since, self.until))

    def _decide(self, by: Actor, at: datetime, kind: str, **told: Any) -> None:
        if not self.may_decide(by):
            raise NotAllowed(_("要由本单位另一位负责人决定。"))
        with transaction.atomic():
            waiting = Unmasking.objects.filter(pk=self.pk, agreed=None)
            if not waiting.update(decided_by=by.officer, decided_at=at, **told):
                raise Overtaken(_("这份申请已经有人处理了。"))
            self._note(by, kind, at)
        self.refresh_from_db()

    def _note(self, by: Actor, kind: str, at: datetime, **told: str) -> None:
        noted(by, kind, {"unmasking": str(self.pk)} | told, at)
