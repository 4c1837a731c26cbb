"""What every public form shares: nothing typed is changed or lost, and the page itself says what is wrong."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

NOT_WORDS = frozenset({"csrfmiddlewaretoken", "remove", "files"})


class PlainForm(forms.Form):
    """A form that the browser does not police and that can be filled again from what was typed."""

    use_required_attribute = False

    @classmethod
    def showing(cls, typed: MultiValueDict, **known: Any) -> "PlainForm":
        """The form as it was left, without judging it."""
        form = cls(**known)
        for name, field in form.fields.items():
            if not field.widget.value_omitted_from_data(typed, {}, name):
                form.initial[name] = field.widget.value_from_datadict(typed, {}, name)
        return form


class AskedField(forms.CharField):
    """A question that every reader should answer, though another answer may stand in for it: it is not called optional."""

    is_asked = True


def typed_in(request: HttpRequest) -> MultiValueDict:
    """What was posted: every character but NUL, which no person types; line ends as one newline."""
    values = {name: [_plain(value) for value in request.POST.getlist(name)] for name in request.POST}
    return MultiValueDict({name: value for name, value in values.items() if name not in NOT_WORDS})


def _plain(value: str) -> str:
    return value.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def large(rows: int = 8) -> forms.Textarea:
    """A box for free words."""
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


def narrow(**attributes: str) -> forms.TextInput:
    """A box for one line."""
    return forms.TextInput(attrs={"autocomplete": "off", **attributes})
