"""The form of an act, made from what its row asks and its verb takes; nothing is declared twice."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from huiyin.desk.choosing import Suggesting, choice_of
from huiyin.desk.words import Worded
from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Kind
from huiyin.matters.asking import asked_by
from huiyin.matters.category import Category
from huiyin.people.actor import Actor

FEW = 7
"""Up to so many choices stand open as buttons; more fold into a list."""


def form_class(kind: Kind, subject: Any, actor: Actor) -> type[Worded]:
    """The form class for doing this act to this subject as this actor."""
    fields = {
        asked.name: _field(asked.column, subject, actor, required=asked.required) for asked in asked_by(kind)
    }
    return type(f"{kind.row.__name__}Form", (Worded,), fields)


def _field(column: Any, subject: Any, actor: Actor, *, required: bool) -> forms.Field:
    said = {"label": column.verbose_name, "help_text": column.help_text, "required": required}
    if isinstance(column, models.ForeignKey):
        return choice_of(column, subject, actor, **said)
    if column.choices:
        return _choice(column, **said)
    if isinstance(column, models.DateTimeField):
        moment = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        return forms.DateTimeField(widget=moment, **said)
    if isinstance(column, models.DateField):
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **said)
    if isinstance(column, EncryptedTextField):
        rows = 2 if column.name in ("title", "evidence", "note") else 4
        return forms.CharField(strip=False, widget=forms.Textarea(attrs={"rows": rows}), **said)
    field = column.formfield(**said)
    if column.name == "topic":
        field.widget = Suggesting(
            [category.path for category in Category.objects.in_use().select_related("parent")]
        )
    return field


def _choice(column: Any, **said: Any) -> forms.Field:
    choices = [(value if value is not None else "", words) for value, words in column.choices]
    if not said["required"] and all(value for value, _words in choices):
        choices = [("", _("不选")), *choices]
    widget = forms.RadioSelect if len(choices) <= FEW else forms.Select
    if widget is forms.Select and said["required"]:
        choices = [("", _("请选一项")), *choices]
    empty = None if column.null else ""
    return forms.TypedChoiceField(
        choices=choices, coerce=column.to_python, empty_value=empty, widget=widget, **said
    )
