"""Who of several contacts is acting now: asked only where there are several."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.portal.forms.plain import PlainForm


class PartyForm(PlainForm):
    """A form that knows for whom it is filled in: `party()` after it was found right."""

    party = forms.ChoiceField(
        label=_("您是哪一位"),
        widget=forms.RadioSelect,
        error_messages={"required": _("选一下您是哪一位。"), "invalid_choice": _("选一下您是哪一位。")},
    )

    def __init__(self, *args: Any, parties: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(one.pk): one for one in parties}
        self.fields["party"].choices = [
            (pk, one.petitioner.masked_name()) for pk, one in self.parties.items()
        ]
        if len(parties) == 1:
            del self.fields["party"]

    def chosen(self) -> Any:
        """The party."""
        return self.parties.get(self.cleaned_data.get("party", ""), next(iter(self.parties.values()), None))
