"""The page of a checklist: one group of boxes per item, under the name of its list; items may be checked one after another."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from huiyin.desk.words import Worded
from huiyin.matters.checklist import State
from huiyin.matters.topic_list import Item, lists_for

LOG = ("held_on", "with_whom")


class ChecklistForm(Worded):
    """For every item how it stands and what was seen; for a talk also when and with whom. It begins with what was said last."""

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lists = lists_for(subject.topic)
        self.initial = _said_before(subject) | self.initial
        for item in self._items():
            self._ask(item)

    def _items(self) -> list[Item]:
        return [item for one in self.lists for item in one.items]

    def _ask(self, item: Item) -> None:
        self.fields[f"{item.id}_state"] = forms.ChoiceField(
            label=_("做到没有"), choices=State.choices, required=False, widget=forms.RadioSelect
        )
        if item.log:
            date_box = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            self.fields[f"{item.id}_held_on"] = forms.DateField(
                label=_("哪天谈的"), required=False, widget=date_box
            )
            self.fields[f"{item.id}_with_whom"] = forms.CharField(label=_("和谁谈的"), required=False)
        self.fields[f"{item.id}_note"] = forms.CharField(
            label=_("说了什么") if item.log else _("看到了什么"),
            help_text=_("没有谈过的，写明怎么知道的") if item.log else _("材料名称和页码，或者谁说的"),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def groups(self) -> list[dict[str, Any]]:
        """The boxes of each item under its list and its words."""
        return [
            {
                "legend": _("%(list)s：%(item)s") % {"list": one.words, "item": item.words},
                "fields": [self[name] for name in self.fields if name.startswith(f"{item.id}_")],
            }
            for one in self.lists
            for item in one.items
        ]

    def asked(self) -> dict[str, Any]:
        """What the verb takes: the items of which something was said."""
        return {"items": [said for item in self._items() if (said := self._said(item))]}

    def _said(self, item: Item) -> dict[str, str]:
        boxes = ("state", "note", *(LOG if item.log else ()))
        said = {box: str(self.cleaned_data.get(f"{item.id}_{box}") or "") for box in boxes}
        told = {box: value for box, value in said.items() if value.strip()}
        return {"item": item.id} | told if told else {}


def _said_before(subject: Any) -> dict[str, Any]:
    return {
        f"{item}_{box}": value
        for item, said in subject.items_checked().items()
        for box, value in said.items()
        if box != "item"
    }
