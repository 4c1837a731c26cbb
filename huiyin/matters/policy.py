"""A policy 政策 and its versions: what was in force on which days, so that an answer cites the words that held then."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.errors import NotAllowed


class Policy(models.Model):
    """One policy by its name and number; `topic` says which matters it is made for, where it is made for some."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(gettext_lazy("政策名称"), max_length=120, help_text=gettext_lazy("不用写书名号"))
    organ = models.CharField(gettext_lazy("发文机关"), max_length=80)
    number = models.CharField(gettext_lazy("文号"), max_length=60, blank=True)
    topic = models.CharField(
        gettext_lazy("管哪类事项"),
        max_length=64,
        blank=True,
        help_text=gettext_lazy("内容分类开头的几个字；写了，这类事项的答复就要选用它，或写明为什么不适用"),
    )

    class Meta:
        ordering = ["title", "number"]
        constraints = [models.UniqueConstraint(fields=["title", "number"], name="one_policy_per_number")]

    def __str__(self) -> str:
        return f"《{self.title.strip('《》')}》{self.number}"

    @property
    def was_cited(self) -> bool:
        """Whether an answer rests on one of its versions."""
        return self.versions.filter(cited_on__isnull=False).exists()

    def is_for(self, topic: str) -> bool:
        """Whether it is made for matters of this topic."""
        return bool(self.topic) and topic.startswith(self.topic)


class PolicyVersionQuerySet(models.QuerySet["PolicyVersion"]):
    """Answers about versions."""

    def in_force(self, *days: date) -> "PolicyVersionQuerySet":
        """Those that held on one of the days."""
        held = Q(pk=None)
        for day in days:
            held |= Q(since_on__lte=day) & (Q(until_on=None) | Q(until_on__gte=day))
        return self.filter(held)


class PolicyVersion(models.Model):
    """The words of a policy between two days. Once it was cited nothing of it changes but the day on which it ends."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    policy = models.ForeignKey(Policy, models.PROTECT, related_name="versions", editable=False)
    label = models.CharField(
        gettext_lazy("哪一版"), max_length=40, help_text=gettext_lazy("例如“2023 年修订”")
    )
    since_on = models.DateField(gettext_lazy("从哪天起施行"))
    until_on = models.DateField(
        gettext_lazy("施行到哪天"),
        null=True,
        blank=True,
        help_text=gettext_lazy("还在施行的空着；废止或换了新版才填"),
    )
    text = models.TextField(
        gettext_lazy("要引用的条文"), help_text=gettext_lazy("原文照抄；太长的抄要点，写明第几条")
    )
    source = models.CharField(
        gettext_lazy("在哪里能看到全文"),
        max_length=300,
        blank=True,
        help_text=gettext_lazy("网址，或存放的地方"),
    )
    cited_on = models.DateField(null=True, editable=False)

    objects = PolicyVersionQuerySet.as_manager()

    class Meta:
        ordering = ["policy", "-since_on"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "label"], name="one_version_per_label"),
            models.UniqueConstraint(fields=["policy", "since_on"], name="one_version_begins_on_a_day"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                name="a_version_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.policy} {self.label}"

    @property
    def days(self) -> str:
        """From when to when, in words."""
        told = {"since": self.since_on, "until": self.until_on}
        return (_("%(since)s 至 %(until)s") if self.until_on else _("%(since)s 起施行")) % told

    @property
    def told(self) -> dict[str, str]:
        """What an answer that cites it puts on record."""
        return {
            "version": str(self.pk),
            "policy": self.policy.title.strip("《》"),
            "organ": self.policy.organ,
            "number": self.policy.number,
            "label": self.label,
            "since_on": str(self.since_on),
        }

    def clean(self) -> None:
        """Refuse days on which another version of the policy holds: on each day there is one answer to what it says."""
        if self.since_on is None:
            return
        last = self.until_on or date.max
        others = PolicyVersion.objects.filter(policy_id=self.policy_id, since_on__lte=last).exclude(
            pk=self.pk
        )
        other = others.filter(Q(until_on=None) | Q(until_on__gte=self.since_on)).first()
        if other is not None:
            raise ValidationError(
                _("这些日子里“%(other)s”也在施行，请先给它填上施行到哪天。") % {"other": other.label}
            )

    def rewrite(self, **told: Any) -> None:
        """Put other words in their place. Raises NotAllowed once it was cited: then a change is a new version."""
        if not PolicyVersion.objects.filter(pk=self.pk, cited_on=None).update(**told):
            raise NotAllowed(_("这一版已经有答复引用，不能再改；有变化请添一个新版本。"))

    def end(self, until_on: date | None) -> None:
        """Say until when it holds, cited or not."""
        PolicyVersion.objects.filter(pk=self.pk).update(until_on=until_on)
