"""The page of a fact: what was found, and one group of boxes per side for what that side put forward."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.choosing import choice_of
from huiyin.desk.words import Worded
from huiyin.matters.fact import Fact, Weight
from huiyin.matters.party import Side

OWN = ("fact", "happened_on", "instead_of")
PARTS = ("evidence", "weight", "why")
BOXES = {
    "evidence": (gettext_lazy("提出了什么证据"), gettext_lazy("材料名称和页码，或者当面说的话")),
    "why": (gettext_lazy("为什么"), gettext_lazy("采信或不采信的理由")),
}


class FactForm(Worded):
    """What was found and when; then for every side what it put forward, whether it is accepted, and why."""

    def __init__(self, *args: Any, subject: Any, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sides = subject.sides()
        self._ask_fact(subject, actor)
        for side in self.sides:
            self._ask_side(side)
        self.order_fields([*OWN, *(f"{side}_{part}" for side in self.sides for part in PARTS)])

    def _ask_fact(self, subject: Any, actor: Any) -> None:
        columns: dict[str, Any] = {name: Fact._meta.get_field(name) for name in OWN}
        said = {
            name: {"label": one.verbose_name, "help_text": one.help_text} for name, one in columns.items()
        }
        self.fields["fact"] = forms.CharField(
            strip=False, widget=forms.Textarea(attrs={"rows": 3}), **said["fact"]
        )
        self.fields["happened_on"] = forms.DateField(
            required=False,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            **said["happened_on"],
        )
        if subject.facts_found():
            self.fields["instead_of"] = choice_of(
                columns["instead_of"], subject, actor, required=False, **said["instead_of"]
            )

    def _ask_side(self, side: str) -> None:
        for name, (label, hint) in BOXES.items():
            self.fields[f"{side}_{name}"] = forms.CharField(
                label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": 2})
            )
        self.fields[f"{side}_weight"] = forms.ChoiceField(
            label=_("采信吗"), choices=Weight.choices, required=False, widget=forms.RadioSelect
        )
        for part in PARTS:  # a whole group may stay empty, a box of it may not
            field: Any = self.fields[f"{side}_{part}"]
            field.is_asked = True

    def groups(self) -> list[dict[str, Any]]:
        """The fact, then each side under its name."""
        own = {"legend": _("查明的事实"), "fields": [self[name] for name in OWN if name in self.fields]}
        return [own, *(self._group(side) for side in self.sides)]

    def _group(self, side: str) -> dict[str, Any]:
        fields = [self[f"{side}_{part}"] for part in PARTS]
        return {
            "legend": _("%(side)s的证据（没有提出的，整组空着）") % {"side": Side(side).label},
            "fields": fields,
        }

    def asked(self) -> dict[str, Any]:
        """What the verb takes."""
        told = {name: self.cleaned_data[name] for name in OWN if self.cleaned_data.get(name)}
        return told | {"sides": [said for side in self.sides if (said := self._said(side))]}

    def _said(self, side: str) -> dict[str, str]:
        said = {part: self.cleaned_data[f"{side}_{part}"] for part in PARTS}
        return {"side": side} | said if any(said.values()) else {}
