"""Regions 行政区划: the tree of places, by their codes (GB/T 2260, GB/T 10114)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length, Substr
from django.db.models.lookups import Exact, In
from django.utils.translation import gettext_lazy as _

CODE_LENGTHS = (2, 4, 6, 9, 12)
"""Digits of a province, city, county, township and village code."""


class RegionQuerySet(models.QuerySet):
    """Questions about places."""

    def within(self, code: str) -> RegionQuerySet:
        """The region with this code and every region inside it."""
        return self.filter(code__startswith=code)

    def tops(self) -> RegionQuerySet:
        """The regions this installation begins with."""
        return self.filter(parent=None)


class Region(models.Model):
    """A place with a code whose beginning is the code of the place around it."""

    code = models.CharField(_("区划代码"), max_length=12, primary_key=True)
    name = models.CharField(_("名称"), max_length=60)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    objects = RegionQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(In(Length("code"), CODE_LENGTHS)), name="region_code_has_2_4_6_9_or_12_digits"
            ),
            models.CheckConstraint(
                # ltrim with characters is the one digits-only test that both engines write alike
                condition=Q(Exact(Func(F("code"), Value("0123456789"), function="LTRIM"), Value(""))),
                name="region_code_is_digits_only",
            ),
            models.CheckConstraint(
                condition=Q(parent=None)
                | Q(Exact(Substr("code", 1, Length("parent")), F("parent"))) & ~Q(code=F("parent")),
                name="region_code_begins_with_its_parents_code",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def path(self) -> list[Region]:
        """This region and those around it, the widest first."""
        codes = [self.code[:length] for length in CODE_LENGTHS if length <= len(self.code)]
        return list(Region.objects.filter(code__in=codes).order_by("code"))

    def full_name(self) -> str:
        """The names from the widest place to this one, written together: 明川市城南县安平镇."""
        return "".join(region.name for region in self.path())
