"""What may be chosen on the page of an act: rows of this matter, posts and officers of this organ, organs of today."""

import difflib
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from huiyin.matters.agency import Agency
from huiyin.matters.asking import choosable
from huiyin.matters.assistance import Assistance
from huiyin.matters.clarification import Clarification
from huiyin.matters.execution import Execution
from huiyin.matters.fact import Fact
from huiyin.matters.matter import Matter
from huiyin.matters.party import Party, Side
from huiyin.matters.question import Question
from huiyin.people.actor import Actor
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.post import Post


class Suggesting(forms.TextInput):
    """A box to write in, with a list of suggestions that the browser itself searches (no script)."""

    template_name = "desk/widgets/suggesting.html"

    def __init__(self, suggestions: list[str], attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off"} | (attrs or {}))
        self.suggestions = suggestions

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The widget's own values and the list."""
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["list"] = list_id
        return context | {"list_id": list_id, "suggestions": self.suggestions}


class OrganField(forms.CharField):
    """An organ by its name or short name; what is close is named when nothing fits."""

    def __init__(self, organs: Any, **kwargs: Any) -> None:
        self.organs = {organ.name: organ for organ in organs}
        self.known = {organ.short_name: organ for organ in organs if organ.short_name} | self.organs
        super().__init__(widget=Suggesting(list(self.organs)), **kwargs)

    def clean(self, value: Any) -> Organ | None:
        """The organ, or none."""
        name = str(super().clean(value) or "").strip()
        if not name:
            return None
        if name in self.known:
            return self.known[name]
        close = difflib.get_close_matches(name, list(self.known), n=1, cutoff=0.3)
        if close:
            raise ValidationError(
                _("没有叫“%(name)s”的单位，最接近的是“%(close)s”。") % {"name": name, "close": close[0]}
            )
        raise ValidationError(_("没有叫“%(name)s”的单位，请从列表里选。") % {"name": name})

    def prepare_value(self, value: Any) -> Any:
        """An organ by its name."""
        return value.name if isinstance(value, Organ) else value


class MatterField(forms.CharField):
    """A matter by its number, among those the officer may see."""

    def __init__(self, officer: Officer, **kwargs: Any) -> None:
        self.officer = officer
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Matter | None:
        """The matter, or none."""
        number = str(super().clean(value) or "").strip()
        if not number:
            return None
        matter = Matter.objects.visible_to(self.officer).filter(number=number).first()
        if matter is None:
            raise ValidationError(_("没有找到案号“%(number)s”，请对照再看一遍。") % {"number": number})
        return matter

    def prepare_value(self, value: Any) -> Any:
        """A matter by its number."""
        return value.number if isinstance(value, Matter) else value


class Chosen(forms.ModelChoiceField):
    """One row of a short list, each said in words of its own."""

    def __init__(self, *args: Any, says: Callable[[Any], str], **kwargs: Any) -> None:
        self.says = says
        super().__init__(*args, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """The words of one row."""
        return self.says(obj)


def choice_of(field: models.ForeignKey, subject: Any, actor: Actor, **kwargs: Any) -> forms.Field:
    """The form field for a foreign key that an act asks."""
    model = field.remote_field.model
    if model is Organ:
        organs = choosable(Organ, subject, actor).complex_filter(field.get_limit_choices_to())
        return OrganField(list(organs), **kwargs)
    if model is Matter:
        return MatterField(actor.officer, **kwargs)
    rows, says = _said(model, choosable(model, subject, actor), actor)
    chosen = Chosen(rows, says=says, empty_label=_("请选一个"), **kwargs)
    if len(chosen.queryset) == 1 and kwargs.get("required", True):
        chosen.initial = chosen.queryset[0].pk
    return chosen


def _said(model: Any, rows: Any, actor: Actor) -> tuple[Any, Callable[[Any], str]]:
    """The rows that are still open to the choice, and the words of each."""
    if model is Post:
        names = _holders(actor)
        return rows, lambda post: f"{names.get(post.pk, _('（空缺）'))} {post.title}"
    if model is Officer:
        return rows, lambda officer: officer.name
    if model is Party:
        return rows.select_related("petitioner"), _party
    if model is Question:
        return rows.filter(answered_on=None), lambda question: question.words
    if model is Assistance:
        waiting = rows.filter(ended_on=None).select_related("opened__organ")
        return waiting, lambda assistance: str(assistance.opened.organ)
    if model is Clarification:
        return rows.filter(ended_on=None), lambda clarification: clarification.words
    if model is Execution:
        return rows.filter(done_on=None).select_related("request"), lambda execution: execution.request.text
    if model is Agency:
        return rows.filter(ended_on=None), lambda agency: agency.name
    if model is Fact:
        return rows.filter(replaced_by=None), str
    return rows.filter(voided_on=None), lambda document: f"{document.fields['title']} {document.number}"


def _holders(actor: Actor) -> dict[Any, str]:
    holdings = Holding.objects.on().able().filter(post__organ=actor.organ, capacity__in=("holder", "acting"))
    return {holding.post_id: holding.officer.name for holding in holdings.select_related("officer")}


def _party(party: Party) -> str:
    name = party.petitioner.name or _("信访人（没有留姓名）")
    if party.side == Side.PETITIONER:
        return name
    return _("%(name)s（%(side)s）") % {"name": name, "side": Side(party.side).label}
