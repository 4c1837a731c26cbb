"""Forms that speak plainly: what is missing is said as what to do, and the browser never speaks first."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

SAYS = {
    "required": _("“{label}”还空着，请填写。"),
    "invalid_choice": _("“{label}”请从列表里选一项。"),
    "invalid": _("“{label}”写得不对，请看提示改一改。"),
    "invalid_date": _("日期请写成 2026-11-23 这样。"),
}


class Worded(forms.Form):
    """A form whose errors tell what to do."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            say_plainly(field)


def say_plainly(field: forms.Field) -> None:
    """Put our own sentences in place of the framework's."""
    label = str(field.label or "")
    for code in ("required", "invalid_choice", "invalid"):
        if code in field.error_messages:
            said = "invalid_date" if code == "invalid" and isinstance(field, forms.DateField) else code
            field.error_messages[code] = str(SAYS[said]).replace("{label}", label)
