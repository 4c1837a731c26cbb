"""Material and papers of a matter, decrypted for whoever may see it, and never opened inside the page."""

from io import BytesIO
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.utils import timezone

from huiyin.desk.door import officer_only
from huiyin.desk.finding import matter_or_404
from huiyin.desk.sides import is_withheld
from huiyin.matters.access import looked
from huiyin.matters.case_file import one_pdf, write_archive
from huiyin.matters.reading import read
from huiyin.matters.rendering import bytes_of
from huiyin.papers import typeset

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@officer_only
def material(request: Any, ref: str, piece: str) -> HttpResponse:
    """One piece of material."""
    matter = matter_or_404(request, ref)
    found = matter.attachments.filter(pk=piece).first()
    is_named = matter.mentions.filter(organ=request.actor.organ).exists()
    if found is None or is_withheld(matter, is_named=is_named):
        raise Http404
    response = download(found.content(), found.name, found.media_type)
    read(request.actor, found, at=timezone.now())
    looked(request.actor, matter, purpose="material", at=timezone.now())
    return response


@officer_only
def document(request: Any, ref: str, paper: str, kind: str) -> HttpResponse:
    """One issued document as PDF or docx."""
    matter = matter_or_404(request, ref)
    found = matter.documents.select_related("organ", "matter").filter(pk=paper).first()
    if found is None or kind not in TYPES:
        raise Http404
    response = download(bytes_of(found, kind), f"{found.fields['title']}{found.number}.{kind}", TYPES[kind])
    looked(request.actor, matter, purpose="document", at=timezone.now())
    return response


@officer_only
def case_file(request: Any, ref: str, kind: str) -> HttpResponse:
    """The whole file as one PDF, or as an archive with hashes; every piece of material in it counts as read."""
    matter = matter_or_404(request, ref)
    if kind not in ("pdf", "zip"):
        raise Http404
    is_named = matter.mentions.filter(organ=request.actor.organ).exists()
    with_material, now = not is_withheld(matter, is_named=is_named), timezone.localtime()
    name = f"案卷{matter.number or ''}.{kind}"
    if kind == "pdf":
        if not typeset.available():
            raise Http404
        content = one_pdf(matter, with_material=with_material, organ=request.actor.organ.name, on=now.date())
    else:
        out = BytesIO()
        by = f"{request.actor.organ.name} {request.officer.name}"
        write_archive(out, matter, with_material=with_material, by=by, at=now.isoformat())
        content = out.getvalue()
    for piece in matter.attachments.all() if with_material else ():
        read(request.actor, piece, at=now)
    looked(request.actor, matter, purpose="file", at=now)
    return download(content, name, TYPES.get(kind, "application/zip"))


def download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A file that the browser saves and never opens inside the page, nor keeps."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    response["Cache-Control"] = "no-store"
    return response
