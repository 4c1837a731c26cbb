"""A lost second factor: one administrator asks, another agrees, the officer sets up a new phone at the next sign-in."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from huiyin.desk.admin.frame import shown
from huiyin.desk.door import with_duty
from huiyin.desk.frame import refused
from huiyin.desk.words import Worded
from huiyin.people.duty import Duty
from huiyin.people.officer import Officer
from huiyin.people.recovery import SecondFactorRecovery
from huiyin.people.refusal import NotAllowed


class RecoveryForm(Worded):
    """Whose, and why."""

    officer = forms.ModelChoiceField(Officer.objects.active(), label=gettext_lazy("谁的"))
    reason = forms.CharField(
        label=gettext_lazy("理由"), max_length=200, help_text=gettext_lazy("手机丢了、换了；怎么核对的本人")
    )


@with_duty(Duty.ADMINISTER)
def recoveries(request: Any) -> HttpResponse:
    """Those of the last day, and a form to ask for one."""
    form = RecoveryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            SecondFactorRecovery.ask(
                form.cleaned_data["officer"], by=request.actor, reason=form.cleaned_data["reason"]
            )
            return redirect("desk:admin-recoveries")
        except NotAllowed as no:
            form.add_error("officer", str(no.sentence))
    waiting = SecondFactorRecovery.objects.waiting().select_related("officer", "asked_by")
    status = 422 if form.is_bound and form.errors else 200
    return shown(request, "desk/admin_recoveries.html", _("找回第二因素"), status, form=form, waiting=waiting)


@with_duty(Duty.ADMINISTER)
@require_POST
def recovery_agree(request: Any, pk: Any) -> HttpResponse:
    """The second administrator agrees."""
    asked = get_object_or_404(SecondFactorRecovery.objects.select_related("officer", "asked_by"), pk=pk)
    try:
        asked.agree(by=request.actor)
    except NotAllowed as no:
        return refused(request, str(no.sentence))
    return redirect("desk:admin-recoveries")
