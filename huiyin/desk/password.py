"""Changing one's own password: asked for at the first sign-in, open at any time."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation, update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.door import officer_only
from huiyin.desk.frame import page
from huiyin.desk.words import Worded

NEW = {"autocomplete": "new-password"}


class PasswordForm(Worded):
    """The old one, and the new one twice."""

    password = forms.CharField(
        label=gettext_lazy("现在的密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    new_password = forms.CharField(
        label=gettext_lazy("新密码"),
        help_text=gettext_lazy("至少 12 位；一句自己记得住的话最好。"),
        strip=False,
        widget=forms.PasswordInput(attrs=NEW),
    )
    again = forms.CharField(
        label=gettext_lazy("再写一遍新密码"), strip=False, widget=forms.PasswordInput(attrs=NEW)
    )

    def __init__(self, *args: Any, officer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.officer = officer

    def clean_password(self) -> str:
        """The old password has to be right."""
        if not self.officer.check_password(self.cleaned_data["password"]):
            raise ValidationError(_("现在的密码不对，请再看一遍。"))
        return str(self.cleaned_data["password"])

    def clean_new_password(self) -> str:
        """Long enough, and not a word that everybody uses."""
        password_validation.validate_password(self.cleaned_data["new_password"], self.officer)
        return str(self.cleaned_data["new_password"])

    def clean(self) -> dict[str, Any]:
        """Both writings agree, and it is a new one."""
        new = self.cleaned_data.get("new_password")
        if new and self.cleaned_data.get("again") and new != self.cleaned_data["again"]:
            self.add_error("again", _("两遍写得不一样，请再写一次。"))
        if new and new == self.cleaned_data.get("password"):
            self.add_error("new_password", _("新密码和现在的一样，请换一个。"))
        return self.cleaned_data


@officer_only
def password(request: Any) -> HttpResponse:
    """Change it; every other browser of this officer is signed out by it."""
    officer = request.officer
    form = PasswordForm(request.POST or None, officer=officer)
    if request.method == "POST" and form.is_valid():
        officer.set_password(form.cleaned_data["new_password"])
        officer.must_change_password = False
        officer.save(update_fields=["password", "must_change_password"])
        update_session_auth_hash(request, officer)
        return redirect("desk:inbox")
    return page(request, "desk/password.html", {"form": form}, status=422 if form.errors else 200)
