"""Posts 岗位: acts are done by a post, so that they outlast whoever holds it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.people.duty import require_duties
from huiyin.people.holding import Holding


class Rank(models.IntegerChoices):
    """Where a post stands inside its organ."""

    STAFF = 0, _("工作人员")
    SECTION_HEAD = 1, _("科室负责人")
    DEPUTY_HEAD = 2, _("单位副职")
    HEAD = 3, _("单位主要负责人")


class PostQuerySet(models.QuerySet):
    """Questions about posts."""

    def active(self) -> PostQuerySet:
        """Posts that have not been retired."""
        return self.filter(is_active=True)

    def held_by(self, officer: models.Model, on: date | None = None) -> PostQuerySet:
        """Active posts that this officer holds, acts in or assists on a day (today unless told)."""
        day = on or timezone.localdate()
        return (
            self.active()
            .filter(
                Q(holdings__until_on=None) | Q(holdings__until_on__gte=day),
                holdings__officer=officer,
                holdings__since_on__lte=day,
            )
            .distinct()
        )

    def with_duty(self, duty: str) -> PostQuerySet:
        """Posts that carry this duty; the list is asked as text, which both engines can."""
        as_text = Cast("duties", models.TextField())
        return self.alias(duties_text=as_text).filter(duties_text__contains=f'"{duty}"')

    def answering_for(self, organ: models.Model, besides: object = ()) -> Post | None:
        """Who answers for an organ where nobody is named: whoever heads it, else who stands highest and sits there.

        `besides` are officers who do not count. None: the organ has no post in use.
        """
        sits = Holding.objects.on().able().exclude(officer__in=besides)
        held = Exists(sits.filter(post=OuterRef("pk"), capacity__in=("holder", "acting")))
        posts = self.active().filter(organ=organ).annotate(held=held)
        order = ("-held", "-heads", "-rank", "pk")
        heads = posts.with_duty("head").values("pk")
        return posts.annotate(heads=Exists(heads.filter(pk=OuterRef("pk")))).order_by(*order).first()


class Post(models.Model):
    """A place in an organ with duties of its own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="posts")
    title = models.CharField(_("岗位名称"), max_length=60)
    duties = models.JSONField(_("职责"), default=list, blank=True, validators=[require_duties])
    rank = models.PositiveSmallIntegerField(_("层级"), choices=Rank, default=Rank.STAFF)
    is_active = models.BooleanField(_("在用"), default=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["organ_id", "-rank", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "title"], condition=Q(is_active=True), name="one_active_post_per_title"
            ),
            models.CheckConstraint(condition=Q(rank__in=Rank.values), name="post_rank_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.title}"
