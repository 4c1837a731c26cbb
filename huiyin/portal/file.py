"""反映问题: the pages of filing. Every page is kept on the server as it is posted, right or wrong."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from huiyin.matters import upload
from huiyin.portal import leaf, steps
from huiyin.portal.draft import Draft
from huiyin.portal.forms.plain import PlainForm, typed_in
from huiyin.portal.office import office

ELSEWHERE = {"report": "portal:report", "again": "portal:track"}


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """To the first question; nothing is written until something is said."""
    if office().organ is None:
        return render(request, "portal/no_office.html", status=503)
    return redirect("portal:step", step="kind")


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, step: str) -> HttpResponse:
    """One question: shown as it was left, or kept and judged."""
    page = _known(step)
    if request.method != "POST":
        draft = Draft.of(request)
        if draft is None and page is not steps.KIND:
            return redirect("portal:file")
        return _page(request, page, draft, steps.shown(page, draft))
    if page is steps.KIND and request.POST.get("kind") in ELSEWHERE:
        return redirect(ELSEWHERE[request.POST["kind"]])
    draft = Draft.begun(request)
    draft.keep(page.slug, typed_in(request))
    refused = _received(request, page, draft)
    if "remove" in request.POST:
        return draft.remember(redirect("portal:step", step=page.slug), request)
    form = steps.bound(page, draft)
    if form.is_valid() and not refused:
        return draft.remember(redirect(_after(page, draft)), request)
    for sentence in refused:
        form.add_error("files", sentence)
    return draft.remember(_page(request, page, draft, form, status=422), request)


@require_POST
def keep(request: HttpRequest, step: str) -> HttpResponse:
    """Keep a page while it is being written; answers nothing."""
    draft = Draft.begun(request)
    draft.keep(_known(step).slug, typed_in(request))
    return draft.remember(HttpResponse(status=204), request)


@require_POST
def later(request: HttpRequest, step: str) -> HttpResponse:
    """先存着，晚点再写: keep the page and say how to come back to it."""
    draft = Draft.begun(request)
    page = _known(step)
    draft.keep(page.slug, typed_in(request))
    _received(request, page, draft)
    told = {"back_url": reverse("portal:step", args=[page.slug]), "kept_days": 30}
    return draft.remember(render(request, "portal/later.html", told), request)


@require_POST
def files(request: HttpRequest, step: str) -> HttpResponse:
    """One file sent at once by a script; answers the list of files again."""
    draft = Draft.begun(request)
    page = _known(step)
    refused = _received(request, page, draft)
    told = {**_files(page, draft), "refused": refused}
    response = render(request, "parts/files.html", told, status=422 if refused else 200)
    return draft.remember(response, request)


def _known(slug: str) -> steps.Step:
    if slug not in steps.ALL:
        raise Http404
    return steps.ALL[slug]


def _after(page: steps.Step, draft: Draft) -> str:
    """Where the next question stands."""
    way = steps.way(draft)
    place = way.index(page) + 1 if page in way else 1
    return reverse("portal:step", args=[way[place].slug]) if place < len(way) else reverse("portal:check")


def _received(request: HttpRequest, page: steps.Step, draft: Draft) -> list[str]:
    """Keep the files that came and take away the one named; returns why some were not kept."""
    if not page.takes_files:
        return []
    draft_leaves = draft.leaves.filter(pk=leaf.named(request.POST.get("remove", "")))
    for one in draft_leaves:
        one.drop()
    return leaf.keep_all(draft, [*request.FILES.getlist("files"), *request.FILES.getlist("file")])


def _page(
    request: HttpRequest, page: steps.Step, draft: Draft | None, form: PlainForm, status: int = 200
) -> HttpResponse:
    way = steps.way(draft)
    place = way.index(page) if page in way else 1
    told: dict[str, Any] = {
        "form": form,
        "question": page.question,
        "says": page.says,
        "large_field": page.large_field,
        "large_class": "large-words" if page is steps.STORY else "",
        "step": place + 1,
        "steps": len(way) + 1,
        "steps_cut": f":{len(way) + 1}",
        "back_url": reverse("portal:step", args=[way[place - 1].slug]) if place else reverse("portal:start"),
        "autosave_url": reverse("portal:keep", args=[page.slug]) if place else "",
        "later_url": reverse("portal:later", args=[page.slug]) if place else "",
        **_files(page, draft),
    }
    return render(request, "portal/step.html", told, status=status)


def _files(page: steps.Step, draft: Draft | None) -> dict[str, Any]:
    if not page.takes_files:
        return {}
    return {
        "files": leaf.rows(draft),
        "upload_url": reverse("portal:files", args=[page.slug]),
        "accept": upload.ACCEPT,
    }
