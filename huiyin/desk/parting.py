"""The page of a splitting: the requests to be ticked, and what the other matter is about."""

from typing import Any

from django import forms

from huiyin.desk.act_form import form_class
from huiyin.desk.words import Worded
from huiyin.matters.act import kinds
from huiyin.people.actor import Actor


def splitting_form(subject: Any, actor: Actor) -> type[Worded]:
    """The form of the act, its positions as the requests themselves."""
    plain = form_class(kinds["split"], subject, actor)
    requests = [(str(request.position), request.text) for request in subject.requests.all()]
    asked = plain.base_fields["positions"]
    ticked = forms.MultipleChoiceField(
        label=asked.label, help_text=asked.help_text, choices=requests, widget=forms.CheckboxSelectMultiple
    )
    return type("SplittingForm", (plain,), {"positions": ticked, "asked": _asked})


def _asked(form: Worded) -> dict[str, Any]:
    return form.cleaned_data | {"positions": ",".join(form.cleaned_data["positions"])}
