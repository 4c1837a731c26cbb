"""核对: one declaration before it goes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.portal.forms.plain import PlainForm


class CheckForm(PlainForm):
    """What was said is true; the key makes the same page sent twice one filing."""

    key = forms.CharField(widget=forms.HiddenInput, required=False)
    declared = forms.BooleanField(
        label=_("我写的是真实情况，由我负责"),
        error_messages={"required": _("勾选这一项，就可以交了。")},
    )
