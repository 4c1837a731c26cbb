"""A token 接口令牌: the right of an officer's program, or of another system, to work at one post with named scopes.

It is shown once, when it is made. What is kept is an HMAC with a key outside the database, so a stolen database opens
nothing; with 256 random bits there is nothing to guess, and nothing to slow down.
"""

from __future__ import annotations

import secrets
from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.cipher import blind_index, blind_indexes
from huiyin.ledger.uuid7 import uuid7
from huiyin.people.actor import Actor
from huiyin.people.officer import Officer
from huiyin.people.post import Post

MARK = "huiyin_"
RANDOM_BYTES = 32
LONGEST_DAYS = 730


class Scope(models.TextChoices):
    """What a token may be used for."""

    FILE = "file", _("登记信访件")
    READ = "read", _("查看看得到的信访事项")
    ACT = "act", _("办理")


class TokenQuerySet(models.QuerySet):
    """Questions about tokens."""

    def alive(self, on: date) -> TokenQuerySet:
        """Tokens that nobody revoked and whose last day has not passed."""
        return self.filter(revoked_at=None, expires_on__gte=on)

    def opened_by(self, text: str) -> Token | None:
        """The living token that is written like this, or none."""
        marks = blind_indexes("api token", text)
        alive = self.alive(timezone.localdate()).filter(mark__in=marks)
        return alive.select_related("officer", "post__organ").first()


class Token(models.Model):
    """One token. It belongs to an officer, or to a system that has a name; either works at one post."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    officer = models.ForeignKey("people.Officer", models.PROTECT, null=True, related_name="tokens")
    system = models.CharField(max_length=60, blank=True)
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    scopes = models.JSONField(default=list)
    mark = models.CharField(max_length=80, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField()
    last_used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(officer=None) & ~Q(system="") | Q(officer__isnull=False, system=""),
                name="a_token_is_an_officers_or_a_systems",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer or self.system} {self.id}"

    @classmethod
    def issue(
        cls, post: Post, scopes: list[str], *, days: int, officer: Officer | None = None, system: str = ""
    ) -> tuple[Token, str]:
        """A new token and its text, which is nowhere else."""
        text = MARK + secrets.token_urlsafe(RANDOM_BYTES)
        token = cls.objects.create(
            officer=officer,
            system=system,
            post=post,
            scopes=sorted(set(scopes)),
            mark=blind_index("api token", text),
            expires_on=timezone.localdate() + timedelta(days=days),
        )
        return token, text

    def actor(self) -> Actor | None:
        """Who acts with it today; None once the officer no longer has the post, or the post is gone."""
        if self.officer is not None:
            mine = self.officer.actors(channel="api")
            return next((actor for actor in mine if actor.post == self.post), None)
        organ = self.post.organ
        is_standing = organ.ended_on is None or organ.ended_on > timezone.localdate()
        return Actor(self.post, None, "system", "api") if self.post.is_active and is_standing else None

    def used(self) -> None:
        """Write down the day of use, once a day."""
        today = timezone.localdate()
        if self.last_used_on != today:
            Token.objects.filter(pk=self.pk).update(last_used_on=today)

    def revoke(self) -> bool:
        """End it now; whether it was alive."""
        return bool(Token.objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=timezone.now()))
