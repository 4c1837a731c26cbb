"""The routing table 分工表: which organ is competent for what, where, and against whom (谁主管、谁负责; 属地管理).

It proposes and never decides: whoever forwards may choose otherwise. The rule that says most of a matter speaks; where
two say equally much and name different organs, none speaks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.people.organ import Organ

BELOW = " › "
"""Stands between a category and the one below it, as in Category.path."""


class RoutingRuleQuerySet(models.QuerySet["RoutingRule"]):
    """Answers about routing rules."""

    def in_force(self, day: date | None = None) -> "RoutingRuleQuerySet":
        """Those that hold on a day (today unless told), with what they name."""
        day = day or timezone.localdate()
        holding = self.filter(Q(until_on=None) | Q(until_on__gte=day), since_on__lte=day)
        return holding.select_related("organ__successor", "place", "respondent")


class RoutingRule(models.Model):
    """One line of the table: what is left blank means any. `topic` is the path of a category, or how its code begins."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    topic = models.CharField(_("内容分类"), max_length=64, blank=True)
    place = models.ForeignKey(
        "people.Region", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("地方")
    )
    respondent = models.ForeignKey(
        "people.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("涉及单位")
    )
    organ = models.ForeignKey(
        "people.Organ", models.PROTECT, related_name="+", verbose_name=_("归哪个单位办")
    )
    reason = models.CharField(_("为什么归它"), max_length=200)
    since_on = models.DateField(_("从哪天起用"))
    until_on = models.DateField(_("用到哪天"), null=True, blank=True)

    objects = RoutingRuleQuerySet.as_manager()

    class Meta:
        ordering = ["topic", "place_id", "respondent__name", "since_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                name="a_routing_rule_ends_after_it_begins",
                violation_error_message=_("“用到哪天”不能早于“从哪天起用”。"),
            ),
        ]

    def __str__(self) -> str:
        """What it covers, in words: 征地补偿，安平镇，涉及市自然资源局."""
        parts = [self.topic, self.place.name if self.place else ""]
        if self.respondent:
            parts.append(gettext("涉及%(organ)s") % {"organ": self.respondent})
        return "，".join(filter(None, parts)) or gettext("不限")

    @property
    def weight(self) -> tuple[bool, int, int]:
        """How much it says: a respondent beats any topic, a topic any place; longer beats shorter."""
        return self.respondent_id is not None, len(self.topic), len(self.place_id or "")

    def fits(self, seen: "Seen") -> bool:
        """Whether everything that it says is so of the matter."""
        return (
            _lies_below(self.topic, seen.topic)
            and seen.place.startswith(self.place_id or "")
            and (self.respondent_id is None or self.respondent_id in seen.respondents)
        )

    def overlaps(self, other: "RoutingRule") -> bool:
        """Whether both hold on some day."""
        return self.since_on <= (other.until_on or date.max) and other.since_on <= (self.until_on or date.max)


@dataclass(frozen=True)
class Seen:
    """All that the table looks at in a matter: its category, the code of its place, the organs it names."""

    topic: str
    place: str
    respondents: frozenset[Any]

    @classmethod
    def of(cls, matter: Any) -> "Seen":
        """Read it from a matter, whose mentions may have been fetched before."""
        named = frozenset(mention.organ_id for mention in matter.mentions.all())
        return cls(tidy(matter.topic), matter.place_id or "", named)


@dataclass(frozen=True)
class Proposed:
    """The organ that the table proposes, and the rule that does."""

    organ: Organ
    rule: RoutingRule

    @property
    def why(self) -> str:
        """按分工表：征地补偿，安平镇，归市自然资源局。三定方案第四条."""
        told = {"covers": self.rule, "organ": self.organ, "reason": self.rule.reason}
        return gettext("按分工表：%(covers)s，归%(organ)s。%(reason)s") % told


def proposal_for(matter: Any, day: date | None = None) -> Proposed | None:
    """What the table proposes for a matter; nothing before triage has said that it reports no wrongdoing (Art. 30)."""
    if not is_open_to_routing(matter):
        return None
    return agreed(best(RoutingRule.objects.in_force(day), Seen.of(matter)))


def is_open_to_routing(matter: Any) -> bool:
    """Neither sealed, nor reporting wrongdoing, nor unread: there the table might name whom it is about."""
    return not matter.sealed and matter.reports_wrongdoing is False


def best(rules: Iterable[RoutingRule], seen: Seen) -> list[RoutingRule]:
    """The rules that fit and say most; more than one is a tie, none is a gap in the table."""
    fitting = [rule for rule in rules if rule.fits(seen)]
    most = max((rule.weight for rule in fitting), default=None)
    return [rule for rule in fitting if rule.weight == most]


def agreed(rules: list[RoutingRule]) -> Proposed | None:
    """What rules of equal weight propose together: nothing where they name different organs, or one that is gone."""
    organs = {organ.pk: organ for organ in (rule.organ.standing() for rule in rules)}
    if len(organs) != 1:
        return None
    (organ,) = organs.values()
    return None if organ.ended_on else Proposed(organ, rules[0])


def tied(rules: Iterable[RoutingRule]) -> set[Any]:
    """The keys of rules that say the same of the same days as another: an error of the table, for an administrator."""
    seen: dict[tuple[Any, ...], list[RoutingRule]] = {}
    for rule in rules:
        seen.setdefault((rule.topic, rule.place_id, rule.respondent_id), []).append(rule)
    return {
        one.pk
        for alike in seen.values()
        for one in alike
        if any(other is not one and one.overlaps(other) for other in alike)
    }


def tidy(topic: str) -> str:
    """A path with its parts written apart in one way."""
    return BELOW.join(part.strip() for part in topic.split(BELOW.strip()) if part.strip())


def _lies_below(wide: str, narrow: str) -> bool:
    if not wide or narrow == wide or narrow.startswith(wide + BELOW):
        return True
    is_code = wide.isascii() and wide.isalnum()
    return is_code and narrow.startswith(wide)
