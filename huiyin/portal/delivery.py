"""领取书面答复: the petitioner collects the opinion on the net; from that day the window for review runs."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.people.actor import Actor
from huiyin.portal import rights
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import typed_in
from huiyin.portal.parties import PartyForm

EVIDENCE = "信访人凭案号和查询码在网上领取"


class DeliveryForm(PartyForm):
    """Collecting is agreeing that this counts as delivery."""

    agreed = forms.BooleanField(
        label=gettext_lazy("我现在领取，同意这样就算送到"),
        error_messages={"required": gettext_lazy("勾选这一项，就可以领取了。")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def delivery(request: HttpRequest, matter: Any) -> HttpResponse:
    """Collect the written answer."""
    owed = list(rights.to_collect(matter).select_related("party__petitioner"))
    if not owed:
        return redirect("portal:matter")
    parties = [one.party for one in owed]
    form = (
        DeliveryForm(typed_in(request), parties=parties)
        if request.method == "POST"
        else DeliveryForm(parties=parties)
    )
    days = matter.law.terms["review-window"].days
    says = _(
        "领取以后，答复书就在“经过”里，可以看，也可以下载。不同意的，从今天起 %(days)d 天内可以申请复查。"
    )
    return asked(
        request,
        form,
        lambda said: _collect(matter, form.chosen()),
        question=_("领取书面答复"),
        says=says % {"days": days},
        go_words=_("领取"),
    )


def _collect(matter: Any, party: Any) -> None:
    with transaction.atomic():
        petitioner = party.petitioner
        if petitioner.e_delivery_consent_at is None:
            petitioner.e_delivery_consent_at = timezone.now()
            petitioner.save(update_fields=["e_delivery_consent_at"])
        matter.deliver(by=Actor.petitioner(), party=party, method="electronic", evidence=EVIDENCE)
