"""文书: a paper issued to the petitioner, as PDF or docx."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from huiyin.matters import rendering
from huiyin.papers import typeset
from huiyin.portal import rights
from huiyin.portal.acting import on_matter
from huiyin.portal.story import OPINION

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
@on_matter
def document(request: HttpRequest, matter: Any, id: uuid.UUID) -> HttpResponse:
    """The paper itself; only what is addressed to the petitioner, the opinion once it was collected."""
    found = get_object_or_404(matter.documents, pk=id, audience="petitioner")
    if found.kind == OPINION and not rights.has_collected(matter):
        raise Http404
    wanted = request.GET.get("as", "pdf" if typeset.available() else "docx")
    if wanted not in TYPES:
        raise Http404
    response = HttpResponse(rendering.bytes_of(found, wanted), content_type=TYPES[wanted])
    response["Content-Disposition"] = f'attachment; filename="{found.kind}-{found.sequence}.{wanted}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
