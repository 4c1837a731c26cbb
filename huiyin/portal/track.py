"""查办理进度: number and code, exchanged once for a visit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from huiyin.matters.receipt import Receipt
from huiyin.portal import address, kept, lookup, visit
from huiyin.portal.forms.lookup import LookupForm
from huiyin.portal.forms.plain import typed_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; open the matter, or say the one thing that every failure is told."""
    if request.method != "POST":
        return render(request, "portal/track.html", {"form": _asking(request)})
    form = LookupForm(typed_in(request))
    if not form.is_valid():
        return render(request, "portal/track.html", _told(request, form), status=422)
    answer = lookup.opened(form.cleaned_data["number"], form.cleaned_data["code"], address.came_from(request))
    if answer.receipt is None:
        told = _told(request, form) | {"not_found": True, "too_fast": answer.too_fast}
        return render(request, "portal/track.html", told, status=422)
    return visit.open(kept.resumed(request) or redirect("portal:matter"), answer.receipt)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Close the matter on this browser: a hall's machine is everybody's."""
    return visit.close(redirect("portal:start"))


@never_cache
@require_POST
def other(request: HttpRequest) -> HttpResponse:
    """Go on to another matter of the same petition, which the code of this visit opens as well."""
    held = visit.receipt_of(request)
    if held is None:
        return redirect("portal:track")
    number = request.POST.get("number", "")
    also = Receipt.objects.filter(number=number, code_hmac=held.code_hmac, revoked_at=None).first()
    return visit.open(redirect("portal:matter"), also or held)


def _asking(request: HttpRequest) -> LookupForm:
    return LookupForm(initial={"number": request.GET.get("number", "")})


def _told(request: HttpRequest, form: LookupForm) -> dict[str, object]:
    return {"form": form, "kept": request.POST.get("kept", "")}
