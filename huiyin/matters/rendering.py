"""The bytes of a document: rendered once from its fields, hashed by an entry in its own stream, kept encrypted."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from huiyin.ledger import entry
from huiyin.ledger.cipher import open_sealed, seal
from huiyin.ledger.entry import canonical
from huiyin.matters.attachment import write_durably
from huiyin.matters.document import Document
from huiyin.papers import docx, paper, pdf


def bytes_of(document: Document, kind: str = "pdf") -> bytes:
    """The PDF as it was first rendered and hashed, or a docx with the same words. Renders on the first call."""
    if kind == "docx":
        return docx.render_docx(paper_of(document))
    if not document.digest:
        render(document)
    return open_sealed(_path(document).read_bytes(), aad=_place(document))


def render(document: Document) -> None:
    """Render, keep and hash a document that has no bytes yet; of two who do so at once, the first one's stay."""
    content = pdf.render_pdf(paper_of(document))
    digest = hashlib.sha256(content).hexdigest()
    try:
        with transaction.atomic():
            entry.append(
                stream=document.pk,
                number=1,
                kind="render",
                sections={"digest": canonical({"sha256": digest, "number": document.number})},
                occurred_at=timezone.now(),
                rules=(document.matter.rules, document.matter.law.digest),
                outward=False,
            )
            write_durably(_path(document), seal(content, aad=_place(document)))
            Document.objects.filter(pk=document.pk).update(digest=digest)
    except IntegrityError:  # rendered meanwhile
        pass
    document.refresh_from_db(fields=["digest"])


def paper_of(document: Document) -> paper.Paper:
    """The document as plain values for papers."""
    said: dict[str, Any] = document.fields
    return paper.Paper(
        kind=document.kind,
        title=said["title"],
        number=document.number,
        organ=document.organ.name,
        addressee=said["addressee"],
        blocks=paper.blocks(said["blocks"]),
        dated=document.issued_on,
        copies=tuple(said["copies"]),
        notes=tuple(said["notes"]),
        large=said.get("large", False),  # papers issued before templates do not say
        style="official_doc" if said["audience"] == "organ" else "citizen_letter",
    )


def _path(document: Document) -> Path:
    return Path(settings.MEDIA_ROOT) / "papers" / document.pk.hex


def _place(document: Document) -> str:
    return f"matters.document:{document.pk}"
