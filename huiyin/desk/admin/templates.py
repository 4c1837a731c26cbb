"""Templates: the office's own words around the lawful part of each paper, seen on a real one before they hold."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.admin.frame import WordedModelForm, cell, columns, shown, shown_list
from huiyin.desk.door import with_duty
from huiyin.desk.outcome import paper_of
from huiyin.desk.tongue import said
from huiyin.matters import composing
from huiyin.matters.composing import Composed
from huiyin.matters.document import Document
from huiyin.matters.governing import NATIONAL
from huiyin.matters.matter import Matter
from huiyin.matters.template import NAMES, Template, names_of
from huiyin.people.duty import Duty
from huiyin.statute import rules

SEEN = 3


class TemplateForm(WordedModelForm):
    """From when, what is said first and last, and how large."""

    class Meta:
        model = Template
        fields = ("effective_on", "opening", "closing", "large")


@with_duty(Duty.ADMINISTER)
def templates(request: Any) -> HttpResponse:
    """Every paper that is issued here, and which version of its template holds."""
    kinds = _kinds()
    now = Template.objects.in_force(kinds, timezone.localdate())
    return shown_list(
        request,
        _("文书模板"),
        columns=columns(_("文书"), _("现在用的版本")),
        lines=[
            [
                cell(f"{kind}　{name}", reverse("desk:admin-template", args=[kind])),
                cell(_version(now[kind]) if kind in now else _("只有法定内容")),
            ]
            for kind, name in kinds.items()
        ],
        nothing="",
    )


@with_duty(Duty.ADMINISTER)
def template(request: Any, kind: str) -> HttpResponse:
    """One paper: write a further version, look at it on papers that were issued, then keep it."""
    kinds = _kinds()
    if kind not in kinds:
        raise Http404
    versions = Template.objects.filter(kind=kind).order_by("-version")
    last = versions.first()
    begun = {name: getattr(last, name) for name in ("opening", "closing", "large")} if last else {}
    form = TemplateForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid() and "look" not in request.POST:
        Template.objects.add(kind, made_by=request.officer, **form.cleaned_data)
        return redirect("desk:admin-template", kind=kind)
    tried = form.instance if form.is_bound and form.is_valid() else last
    return shown(
        request,
        "desk/admin_template.html",
        kinds[kind],
        422 if form.is_bound and form.errors else 200,
        form=form,
        versions=versions,
        names=NAMES,
        papers=_tried(tried, request.officer, kind) if tried else [],
    )


def _kinds() -> dict[str, str]:
    """Kind → name of every paper that is composed here."""
    papers = rules.load(NATIONAL).documents
    return {kind: said(paper) for kind, paper in papers.items() if composing.can(kind)}


def _version(one: Template) -> str:
    return _("第 %(n)d 版，%(day)s起") % {"n": one.version, "day": one.effective_on}


def _tried(template: Template, officer: Any, kind: str) -> list[Any]:
    """The latest papers of this kind that this officer may see, as they would read with the template."""
    visible = Matter.objects.visible_to(officer).filter(sealed=False)
    found = Document.objects.filter(kind=kind, template_version=0, matter__in=visible)
    return [_with(template, one) for one in found.select_related("organ", "matter").order_by("-pk")[:SEEN]]


def _with(template: Template, document: Document) -> Any:
    words = Composed(**document.fields)
    names = names_of(document.matter, document.organ, document.issued_on)
    document.fields = template.around(words, names).fields()
    return paper_of(document, issued=True)
