"""谁来联系: one to five contacts of a joint filing (Art. 20). More than five ticked refuse nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.portal.forms.plain import PlainForm


class ContactsForm(PlainForm):
    """Who speaks and receives for all."""

    contacts = forms.MultipleChoiceField(
        label=_("谁来联系"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("名单改过了，再选一次。")},
    )

    def __init__(self, *args: Any, names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contacts"].choices = [(str(place), name) for place, name in enumerate(names)]
