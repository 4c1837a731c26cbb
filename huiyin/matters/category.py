"""A category 内容分类: what petitions are about. Categories come and go by date; a petition keeps the words it was given."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7


class CategoryQuerySet(models.QuerySet["Category"]):
    """Answers about categories."""

    def in_use(self, day: date | None = None) -> "CategoryQuerySet":
        """Those that can be chosen on a day (today unless told)."""
        day = day or timezone.localdate()
        return self.filter(Q(until_on=None) | Q(until_on__gte=day), since_on__lte=day)


class Category(models.Model):
    """One category, in use from a day, perhaps until a day, perhaps then a part of another."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("名称"), max_length=40)
    letters = models.CharField(_("首字母"), max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("属于哪一类")
    )
    since_on = models.DateField(_("从哪天起用"))
    until_on = models.DateField(_("用到哪天"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("并入哪一类")
    )

    objects = CategoryQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "name"], condition=Q(until_on=None), name="one_category_in_use_per_name"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                name="a_category_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(until_on__isnull=False), name="a_merged_category_has_ended"
            ),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def path(self) -> str:
        """征地补偿 › 亩数."""
        return f"{self.parent.path} › {self.name}" if self.parent else self.name

    def clean(self) -> None:
        """Refuse a place below itself."""
        above = self.parent
        while above is not None:
            if above.pk == self.pk:
                raise ValidationError({"parent": _("不能属于自己或自己的下一级，请换一个。")})
            above = above.parent
