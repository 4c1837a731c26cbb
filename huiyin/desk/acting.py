"""Doing an act on its page: the form with the law beside it, the check step that shows what would happen, the deed."""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from huiyin.desk import act_page, straight
from huiyin.desk.act_form import form_class
from huiyin.desk.answering import AnswersForm
from huiyin.desk.beginnings import beginning
from huiyin.desk.checking import ChecklistForm
from huiyin.desk.door import officer_only
from huiyin.desk.finding import act_address, address_of, subject_or_404
from huiyin.desk.jotting import Jotting
from huiyin.desk.nouns import acts
from huiyin.desk.parting import splitting_form
from huiyin.desk.suggested import suggest
from huiyin.desk.together import begun_from_main, joining_form
from huiyin.desk.weighing import FactForm
from huiyin.desk.words import Worded
from huiyin.matters import possible, proposal
from huiyin.matters.act import kinds
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.preview import preview
from huiyin.statute.tables import Move


@dataclass
class Doing:
    """One officer about to do one act to one subject; `move` is None where it is not open to them now."""

    request: Any
    subject: Any
    name: str
    noun: str
    move: Move | None
    refused: str = ""

    @property
    def by(self) -> Any:
        """The actor."""
        return self.request.actor

    @property
    def address(self) -> str:
        """This page."""
        return act_address(self.subject, self.noun)

    def form(self, data: Any = None, files: Any = None) -> Any:
        """The form, empty, as left earlier, or with what was posted."""
        if data is None and self.name == "draft" and "main" in self.request.GET:
            return self._made(initial=begun_from_main(self.subject, self.by))
        if data is None and (left := Jotting.of(self.request.officer, self.request.path)):
            return self._made(initial=_first_of_each(left.typed()))
        if data is None:
            pointed = self.request.GET.get("live", "")
            return self._made(initial=beginning(self.name, self.subject, self.by, pointed))
        return self._made(data, files)

    def _made(self, *args: Any, **kwargs: Any) -> Any:
        if self.name == "draft":
            return AnswersForm(*args, subject=self.subject, **kwargs)
        if self.name == "establish":
            return FactForm(*args, subject=self.subject, actor=self.by, **kwargs)
        if self.name == "check_list":
            return ChecklistForm(*args, subject=self.subject, **kwargs)
        if self.name in straight.FORMS:
            return straight.FORMS[self.name](*args, **kwargs)
        if self.name == "split":
            return splitting_form(self.subject, self.by)(*args, **kwargs)
        if self.name == "join":
            return joining_form(self.subject, self.by)(*args, **kwargs)
        form = form_class(kinds[self.name], self.subject, self.by)(*args, **kwargs)
        suggest(form, self.name, self.subject, self.by)
        if self.name == "close" and not self.subject.joined_unanswered():
            del form.fields["despite"]
        return form


@officer_only
def act(request: Any, ref: str, noun: str, review: Any = None) -> HttpResponse:
    """The page of one act. GET shows it; POST checks; POST with `confirm` does it."""
    doing = _doing(request, ref, noun, review)
    if request.method != "POST":
        return act_page.form_page(doing, doing.form(), status=200 if doing.move else 422)
    form = doing.form(request.POST, request.FILES)
    if "draft" in request.POST:
        Jotting.keep(request.officer.pk, request.path, request.POST)
        return redirect(address_of(doing.subject.matter_itself))
    if "edit" in request.POST or not form.is_valid() or doing.move is None:
        status = 200 if "edit" in request.POST else 422
        return act_page.form_page(doing, form, status=409 if _is_behind(doing) else status)
    try:
        return _checked(doing, form)
    except NotAllowed as no:
        _say(form, no)
        return act_page.form_page(doing, form, status=422)
    except Overtaken as late:
        doing.refused = late.sentence
        return act_page.form_page(doing, form, status=409)
    except OperationalError:
        doing.refused = _("现在正忙，没有存进去。您写的都在下面，过几秒再点一次。")
        return act_page.form_page(doing, form, status=503)


def _doing(request: Any, ref: str, noun: str, review: Any) -> Doing:
    name = acts().get(noun)
    if name is None:
        raise Http404
    subject = subject_or_404(request, ref, review)
    if not hasattr(type(subject), name):
        raise Http404
    open_now = {move.act: move for move in possible.acts_open_to(subject, request.actor)}
    doing = Doing(request, subject, name, noun, open_now.get(name))
    if doing.move is None:
        doing.refused = _why_closed(doing)
    return doing


def _why_closed(doing: Doing) -> str:
    if _is_behind(doing):
        return _("刚才有人先办了一步，请看过最新情况再办。您写的内容还在下面。")
    return _("这一步现在办不了：这件事已经走到别的环节，或者不归您的岗位办。")


def _is_behind(doing: Doing) -> bool:
    """Whether the page that was posted shows an older state than there is now."""
    seen = doing.request.POST.get("seen", "")
    return doing.move is None and seen.isdecimal() and int(seen) < doing.subject.version


def _checked(doing: Doing, form: Worded) -> HttpResponse:
    """Show what would happen; or, confirmed, let it happen."""
    asked = form.asked() if hasattr(form, "asked") else form.cleaned_data
    request = doing.request
    if "confirm" not in request.POST and doing.name not in straight.ACTS:
        seen = preview(doing.subject, doing.name, by=doing.by, **asked)
        return act_page.check_page(doing, form, seen)
    if doing.move and doing.move.approval:
        _propose(doing, asked)
    else:
        _do(doing, asked)
    Jotting.drop(request.officer, request.path)
    return redirect(f"{address_of(doing.subject.matter_itself)}?done={doing.noun}")


def _do(doing: Doing, asked: dict[str, Any]) -> None:
    seen = doing.request.POST.get("seen", "")
    verb = getattr(doing.subject, doing.name)
    verb(by=doing.by, seen=int(seen) if seen.isdecimal() else doing.subject.version, **asked)
    doing.subject.matter_itself.refresh_from_db()


def _propose(doing: Doing, asked: dict[str, Any]) -> None:
    """Put it before the second officer. What the gate would refuse is refused now, not when it is approved."""
    preview(doing.subject, doing.name, by=doing.by, **asked)
    try:
        proposal.propose(doing.subject, doing.name, by=doing.by, **asked)
    except IntegrityError as waiting:
        raise NotAllowed(_("这一步已经报批，正等着批。")) from waiting


def _say(form: Worded, no: NotAllowed) -> None:
    """Put the gate's sentence beside the field it speaks of."""
    form.add_error(no.field if no.field in form.fields else None, no.sentence)


def _first_of_each(typed: Any) -> dict[str, Any]:
    return {name: typed.get(name) if len(typed.getlist(name)) < 2 else typed.getlist(name) for name in typed}
