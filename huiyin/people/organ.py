"""Organs 机关、单位: who a matter can be with, and who stands above whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.people.organ_kind import ADMINISTRATIVE, LINE_ONLY, OrganKind


class OrganQuerySet(models.QuerySet):
    """Questions about organs."""

    def open_on(self, day: date | None = None) -> OrganQuerySet:
        """Organs that exist on this day (today unless told)."""
        day = day or timezone.localdate()
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), opened_on__lte=day)

    def petition_offices(self) -> OrganQuerySet:
        """The offices that register, forward, assign and supervise."""
        return self.filter(kind=OrganKind.PETITION_OFFICE)

    def offices_below(self, organ: Organ) -> OrganQuerySet:
        """The petition offices of places within the place of a petition office; none below any other organ."""
        if organ.kind != OrganKind.PETITION_OFFICE:
            return self.none()
        within = self.petition_offices().filter(region__code__startswith=organ.region_id)
        return within.exclude(region=organ.region_id)

    def directly_under(self, organ: Organ) -> OrganQuerySet:
        """Organs whose superior is this one."""
        return self.filter(superior=organ)

    def of_line(self, line: str) -> OrganQuerySet:
        """Organs of one vertically managed line."""
        return self.filter(superior_line=line)

    def under(self, organ: Organ) -> OrganQuerySet:
        """Every organ below this one, at any depth; one query per level."""
        found: set = set()
        level = {organ.pk}
        while level:
            level = set(self.filter(superior__in=level).values_list("pk", flat=True)) - found
            found |= level
        return self.filter(pk__in=found - {organ.pk})


class Organ(models.Model):
    """A party or state organ, or another unit that petitions are handled by."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("名称"), max_length=120)
    short_name = models.CharField(_("简称"), max_length=40, blank=True)
    letters = models.CharField(_("机关代字"), max_length=12, blank=True)
    kind = models.CharField(_("类别"), max_length=20, choices=OrganKind)
    region = models.ForeignKey("people.Region", models.PROTECT, related_name="organs")
    superior = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="subordinates")
    superior_line = models.CharField(_("垂直管理条线"), max_length=40, blank=True)
    phone = models.CharField(_("电话"), max_length=40, blank=True)
    address = models.CharField(_("地址"), max_length=200, blank=True)
    office_hours = models.CharField(_("办公时间"), max_length=120, blank=True)
    opened_on = models.DateField(_("设立日期"), default=date(2000, 1, 1))
    ended_on = models.DateField(_("撤并日期"), null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")

    objects = OrganQuerySet.as_manager()

    class Meta:
        ordering = ["region_id", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(ended_on=None), name="one_standing_organ_per_name"
            ),
            models.UniqueConstraint(
                fields=["letters"],
                condition=Q(ended_on=None) & ~Q(letters=""),
                name="one_standing_organ_per_letters",
                violation_error_message=_("这个机关代字已经有单位在用，请换一个。"),
            ),
            models.CheckConstraint(
                condition=Q(superior=None) | ~Q(superior=F("id")), name="organ_is_not_its_own_superior"
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=F("id")), name="organ_is_not_its_own_successor"
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | Q(ended_on__isnull=False), name="organ_with_successor_has_ended"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("opened_on")),
                name="organ_ends_after_it_opened",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    def clean(self) -> None:
        """Refuse a superior that stands below this organ."""
        if self.superior and self in [self.superior, *self.superior.superiors()]:
            raise ValidationError({"superior": _("上级不能是本单位或本单位的下级，请换一个上级。")})

    def standing(self) -> Organ:
        """The organ that carries on today: this one, or after merging the last of its successors."""
        organ, seen = self, {self.pk}
        while organ.successor_id and organ.successor_id not in seen:
            if organ.ended_on and organ.ended_on > timezone.localdate():
                break
            organ = organ.successor
            seen.add(organ.pk)
        return organ

    def is_office_above(self, other: Organ) -> bool:
        """Whether both are petition offices, and the other's place lies within this one's."""
        offices = self.kind == other.kind == OrganKind.PETITION_OFFICE
        return offices and other.region_id != self.region_id and other.region_id.startswith(self.region_id)

    def superiors(self) -> Iterator[Organ]:
        """The standing organs above, the nearest first."""
        organ, seen = self, {self.pk}
        while organ.superior_id:
            organ = organ.superior.standing()
            if organ.pk in seen:
                return
            seen.add(organ.pk)
            yield organ

    def reviewer(self) -> Organ | None:
        """The organ one level above that reviews this one's answers (复查); whose reviewer decides the 复核.

        Source: 《信访工作条例》第35、36条 and the usual local tables. None: no level remains, or the joint
        conference has to name one.
        """
        if self.superior_line:
            return self._line_superior()
        if self.kind in LINE_ONLY:
            return next((organ for organ in self.superiors() if organ.kind == self.kind), None)
        return next((organ for organ in self.superiors() if organ.kind in ADMINISTRATIVE), None)

    def _line_superior(self) -> Organ | None:
        """The next organ of the same line: above in the chain, else in the nearest region around this one."""
        for organ in self.superiors():
            if organ.superior_line == self.superior_line:
                return organ
        line = Organ.objects.open_on().of_line(self.superior_line).exclude(pk=self.pk)
        around = [organ for organ in line if _is_around(organ.region_id, self.region_id)]
        return max(around, key=lambda organ: len(organ.region_id), default=None)

    def petition_office(self) -> Organ | None:
        """The petition office that answers for this organ: its own level's, else the next level's above."""
        if self.kind == OrganKind.PETITION_OFFICE:
            return self
        for organ in [self, *self.superiors()]:
            offices = Organ.objects.open_on().petition_offices().directly_under(organ)
            if office := offices.order_by("opened_on", "id").first():
                return office
        return None


def _is_around(outer: str, inner: str) -> bool:
    return outer != inner and inner.startswith(outer)
