"""Template 文书模板: what an office says of its own around the part of a paper that the law demands.

The lawful part is composed from the act (letters/) and cannot be edited away; a template adds an opening and a closing
in a restricted syntax, {题目} and the like, from a day on. A change is a further version; papers keep the words that
they were issued with.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.composing import Composed

BLANK = re.compile(r"\{([^{}]*)\}")
NAMES = ("案号", "题目", "单位", "电话", "地址", "日期")
"""All that a template may ask for; nothing in it is evaluated."""


def require_known_blanks(text: str) -> None:
    """Raise ValidationError naming the first blank that nobody could fill, or a brace that stands alone."""
    unknown = [name for name in BLANK.findall(text) if name not in NAMES]
    if unknown or set("{}") & set(BLANK.sub("", text)):
        named = _braced(unknown[0] if unknown else " ")
        told = {"named": named, "known": "、".join(map(_braced, NAMES))}
        raise ValidationError(_("“%(named)s”不能用。能用的是：%(known)s。"), params=told)


def _braced(name: str) -> str:
    return f"{{{name}}}"


class TemplateQuerySet(models.QuerySet["Template"]):
    """Questions about templates."""

    def in_force(self, kinds: Iterable[str], on: date) -> "dict[str, Template]":
        """Kind → the version that holds on a day, in one query."""
        rows = self.filter(kind__in=kinds, effective_on__lte=on).order_by("effective_on", "version")
        return {row.kind: row for row in rows}

    def add(self, kind: str, **written: Any) -> "Template":
        """A further version of this kind's template."""
        last = self.filter(kind=kind).aggregate(last=Max("version"))["last"] or 0
        return self.create(kind=kind, version=last + 1, **written)


class Template(models.Model):
    """One version for one kind of paper (D06 …)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=3)
    version = models.PositiveSmallIntegerField()
    effective_on = models.DateField(_("从哪天起用"), default=timezone.localdate)
    opening = models.TextField(_("开头加什么"), blank=True, validators=[require_known_blanks])
    closing = models.TextField(_("结尾加什么"), blank=True, validators=[require_known_blanks])
    large = models.BooleanField(_("用大字"), default=False)
    made_by = models.ForeignKey("people.Officer", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="one_template_per_version")]

    def __str__(self) -> str:
        return f"{self.kind} v{self.version}"

    def around(self, words: Composed, names: dict[str, str]) -> Composed:
        """The paper with what the office says of its own before and after the lawful part."""
        before, after = (_paragraphs(text, names) for text in (self.opening, self.closing))
        return replace(words, blocks=(*before, *words.blocks, *after), large=self.large)


def names_of(matter: Any, organ: Any, on: date) -> dict[str, str]:
    """What each blank stands for in one paper of this organ on this matter."""
    day = f"{on.year}年{on.month}月{on.day}日"
    values = (matter.number or "", matter.title, organ.name, organ.phone, organ.address, day)
    return dict(zip(NAMES, values, strict=True))


def _paragraphs(text: str, names: dict[str, str]) -> list[tuple[str, Any]]:
    filled = BLANK.sub(lambda blank: names[blank[1]], text)
    return [("text", line.strip()) for line in filled.splitlines() if line.strip()]
