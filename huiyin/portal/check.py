"""核对, and the registration that follows it: once, however often the page is sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from huiyin.matters.registration import register
from huiyin.people.actor import Actor
from huiyin.people.region import Region
from huiyin.portal import people, steps, visit
from huiyin.portal.draft import Draft
from huiyin.portal.filing import filing_of
from huiyin.portal.forms.check import CheckForm
from huiyin.portal.forms.plain import typed_in
from huiyin.portal.office import office


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show all that was said; on the word of the person, register it."""
    draft = Draft.of(request)
    if draft is None:
        return redirect("portal:file")
    if draft.receipt_id:
        return redirect("portal:receipt")
    forms = steps.judged(draft)
    if missing := steps.first_open(forms):
        return redirect("portal:step", step=missing)
    if request.method != "POST":
        return _page(request, draft, CheckForm(initial={"key": draft.key}))
    typed = typed_in(request)
    is_this = typed.get("key", str(draft.key)) == str(draft.key)
    form = CheckForm({"declared": typed.get("declared", ""), "key": draft.key})
    if form.is_valid() and is_this:
        return _registered(draft, forms)
    return _page(request, draft, form, status=422 if is_this else 409)


def _registered(draft: Draft, forms: dict[str, Any]) -> HttpResponse:
    done = register(filing_of(draft, forms), by=Actor.petitioner(), organ=office().organ)
    draft.became(done.receipt)
    return visit.open(redirect("portal:receipt"), done.receipt)


def _page(request: HttpRequest, draft: Draft, form: CheckForm, status: int = 200) -> HttpResponse:
    way = steps.way(draft)
    goes_to = _("交上去以后，由%(office)s登记，当时就给您回执。") % {"office": office().name}
    told = {
        "form": form,
        "rows": rows(draft),
        "changed": status == 409,
        "too_many": _too_many(draft),
        "goes_to": goes_to,
        "back_url": reverse("portal:step", args=[way[-1].slug]),
        "step": len(way) + 1,
        "steps": len(way) + 1,
        "steps_cut": f":{len(way) + 1}",
    }
    return render(request, "portal/check.html", told, status=status)


def _too_many(draft: Draft) -> str:
    """More were ticked than may speak: said, never refused."""
    ticked, most = len(draft.said("contacts").getlist("contacts")), people.most_contacts()
    if ticked <= most:
        return ""
    names = people.names_on(draft)
    first = "、".join(names[place] for place in people.contacts_of(draft) if place < len(names))
    told = {"ticked": ticked, "most": most, "names": first}
    return (
        _(
            "您选了 %(ticked)d 位。按《信访工作条例》第二十条，联系人最多 %(most)d 位，先记前面这几位：%(names)s。"
            "其余各位照样登记在册。"
        )
        % told
    )


def rows(draft: Draft) -> list[dict[str, Any]]:
    """Everything that was said, page by page, each with the way back to it."""
    letter, story, place, who = (draft.said(page) for page in ("letter", "story", "place", "who"))
    count = draft.leaves.count()
    said: list[tuple[str, str, str]] = []
    if steps.LETTER in steps.way(draft):
        said = [
            (_("手写的信"), ngettext("%d 张", "%d 张", count) % count, "letter"),
            (_("手机号"), letter.get("phone", ""), "letter"),
            (_("姓名"), letter.get("name", ""), "letter"),
        ]
    else:
        said = [
            (_("发生了什么事"), story.get("text", ""), "story"),
            (_("照片和材料"), ngettext("%d 份", "%d 份", count) % count if count else "", "story"),
            (_("希望怎样解决"), story.get("wishes", ""), "story"),
            (_("在哪里"), _where(place), "place"),
            (_("和哪个单位有关"), place.get("organs_text", ""), "place"),
            (_("姓名"), who.get("name", ""), "who"),
            (_("手机号"), who.get("phone", ""), "who"),
            (_("通信地址"), who.get("address", ""), "who"),
            *_shared(draft),
            (_("对被反映的单位"), _("不说我是谁") if who.get("hide_identity") else _("可以说"), "who"),
            (_("书面答复"), _("在网上领取") if who.get("e_delivery") else _("寄给我或我来取"), "who"),
        ]
    return [
        {"label": label, "value": value, "change_url": reverse("portal:step", args=[page])}
        for label, value, page in said
    ]


def _where(place: Any) -> str:
    region = Region.objects.filter(pk=place.get("place")).first() if place.get("place") else None
    return f"{region.full_name() if region else ''}{place.get('place_text', '')}"


def _shared(draft: Draft) -> list[tuple[str, str, str]]:
    """What a joint filing says of its people."""
    names, count = people.names_on(draft), draft.said("who").get("people_count", "")
    if len(names) < 2 and count in ("", "1"):
        return []
    total = max(int(count) if count.isdecimal() else 1, len(names))
    told = [(_("一共多少人"), ngettext("%d 人", "%d 人", total) % total, "who")]
    if len(names) > 1:
        chosen = "、".join(names[place] for place in people.contacts_of(draft) if place < len(names))
        told.append((_("联系人"), chosen, "contacts"))
    return told
