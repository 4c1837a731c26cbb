"""这不是同一件事: the petitioner undoes a link; the petition goes its own way again, with its dates from receipt."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import PlainForm, large, typed_in


class UnlinkingForm(PlainForm):
    """One sentence is enough."""

    reason = forms.CharField(
        label=gettext_lazy("哪里不一样"),
        strip=False,
        widget=large(4),
        error_messages={"required": gettext_lazy("写一句哪里不一样。")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def unlinking(request: HttpRequest, matter: Any) -> HttpResponse:
    """Say what is different; with nothing linked, also after the same was sent twice, back to the matter."""
    if matter.linked_to_id is None:
        return redirect("portal:matter")
    form = UnlinkingForm(typed_in(request)) if request.method == "POST" else UnlinkingForm()
    return asked(
        request,
        form,
        lambda said: matter.unlink(by=Actor.petitioner(), reason=said["reason"]),
        question=_("这不是同一件事"),
        says=_("说一声就算数，不用批准：这件事单独来办，期限还从最初收到的那天算。"),
        go_words=_("单独来办"),
    )
