"""登记: individual and group visits, letters and calls on one screen, the keyboard alone; nothing refuses a registration."""

from datetime import timedelta
from typing import Any

from django.db import OperationalError
from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.counter_filing import registered
from huiyin.desk.counter_form import CounterForm
from huiyin.desk.door import with_duty
from huiyin.desk.frame import page
from huiyin.desk.jotting import Jotting
from huiyin.desk.likeness import alike
from huiyin.matters.petition import Petition, Registration
from huiyin.people.duty import Duty
from huiyin.people.organ import Organ

HOUR = timedelta(hours=1)


@with_duty(Duty.REGISTER)
def counter(request: Any) -> HttpResponse:
    """The screen. Ctrl+Enter registers; the draft is kept all the while."""
    form = _form(request)
    if request.method != "POST":
        return _screen(request, form)
    if "draft" in request.POST:
        saved_at = Jotting.keep(request.officer.pk, request.path, request.POST)
        return _screen(request, _form(request, bound=False), saved_at=saved_at)
    if not form.is_valid():
        Jotting.keep(request.officer.pk, request.path, request.POST)
        return _screen(request, form, status=422)
    try:
        done = registered(form, request.actor)
    except OperationalError:
        form.add_error(None, _("现在正忙，没有存进去。您写的都在，过几秒再按一次，不会登记成两件。"))
        return _screen(request, form, status=503)
    Jotting.drop(request.officer, request.path)
    return redirect("desk:counter-receipt", pk=done.pk)


@with_duty(Duty.REGISTER)
def likeness(request: Any) -> HttpResponse:
    """Who and what may be the same, while a registration is open: the form's own words are the only question."""
    found = alike(request, request.POST)
    return render(request, "desk/likeness.html", found)


def _form(request: Any, *, bound: bool = True) -> CounterForm:
    organs = list(Organ.objects.open_on())
    if request.method == "POST" and bound:
        return CounterForm(request.POST, request.FILES, organs=organs)
    left = Jotting.of(request.officer, request.path)
    initial = {name: left.typed().get(name) for name in left.typed()} if left else {}
    return CounterForm(initial=initial, organs=organs)


def _screen(request: Any, form: CounterForm, *, saved_at: Any = None, status: int = 200) -> HttpResponse:
    missing = [field.label for field in form if field.errors] if form.is_bound else []
    told = {"n": len(missing), "names": "、".join(str(label) for label in missing)}
    context = {
        "form": form,
        "figures": _figures(request),
        "last": _last(request),
        "likeness_url": reverse("desk:counter-likeness"),
        "autosave_url": f"{reverse('desk:jotting')}?page={request.path}",
        "saved_at": saved_at,
        "still_missing": _("还差 %(n)d 项：%(names)s") % told if missing else "",
    }
    return page(request, "desk/counter.html", context, status=status)


def _figures(request: Any) -> dict[str, Any]:
    """批 and 人 registered here today."""
    today = Petition.objects.filter(registered_by=request.actor.organ, received_at__date=timezone.localdate())
    return {"groups": today.count(), "people": today.aggregate(people=Sum("people_count"))["people"] or 0}


def _last(request: Any) -> Registration | None:
    """What this officer registered last, within the hour, as a strip above the form."""
    recent = Registration.objects.filter(through=request.officer, occurred_at__gte=timezone.now() - HOUR)
    return (
        recent.select_related("matter", "petition").order_by("-number", "-pk").first()
        if request.GET.get("done")
        else None
    )
