"""The case file 案卷: every paper and piece of material of a matter together, as one PDF or as an archive with hashes.

Whoever is given the archive can check each file against the manifest, and the manifest's chain against the record.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from huiyin.ledger.entry import Entry
from huiyin.matters.rendering import bytes_of
from huiyin.papers import pdf, pdf_file
from huiyin.papers.paper import Items, Paper

SHORT = 16  # characters of a SHA-256 in the printed contents


@dataclass(frozen=True)
class Leaf:
    """One file in it: where it stands in the archive, and what it is."""

    name: str
    media_type: str
    content: bytes
    on: date

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, hex."""
        return hashlib.sha256(self.content).hexdigest()


def leaves(matter: Any, *, with_material: bool) -> Iterator[Leaf]:
    """The papers in the order they were issued, then what was handed in; one at a time, for they may be many."""
    kind = "pdf" if pdf.available() else "docx"
    papers = matter.documents.select_related("organ", "matter").order_by("issued_on", "pk")
    for place, paper in enumerate(papers, 1):
        void = "（已作废）" if paper.voided_on else ""
        name = f"文书/{place:02}-{paper.fields['title']}{paper.number}{void}.{kind}"
        yield Leaf(_plain(name), f"application/{kind}", bytes_of(paper, kind), paper.issued_on)
    pieces = matter.attachments.order_by("added_at", "pk") if with_material else ()
    for place, piece in enumerate(pieces, 1):
        name = _plain(f"材料/{place:02}-") + _plain(piece.name).replace("/", "_")
        yield Leaf(name, piece.media_type, piece.content(), piece.added_at.date())


def write_archive(out: IO[bytes], matter: Any, *, with_material: bool, by: str, at: str) -> None:
    """Write the archive: every file, the record without its contents, and manifest.json with a hash of each."""
    files: list[dict[str, Any]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for leaf in leaves(matter, with_material=with_material):
            archive.writestr(leaf.name, leaf.content)
            files.append({"name": leaf.name, "bytes": len(leaf.content), "sha256": leaf.digest})
        manifest = {"number": matter.number, "made_at": at, "made_by": by, "files": files}
        manifest |= {"record": [_line(entry) for entry in _record(matter)]}
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))


def one_pdf(matter: Any, *, with_material: bool, organ: str, on: date) -> bytes:
    """Contents first, then every page in order; what has no pages (a sheet) is named there. Raises PdfMissing."""
    found = [(leaf, _pages(leaf)) for leaf in leaves(matter, with_material=with_material)]
    rows = tuple((leaf.name, _said(leaf, pages)) for leaf, pages in found)
    contents = Paper(
        kind="D36",
        title="案卷目录",
        organ=organ,
        number=matter.number or "",
        dated=on,
        blocks=(Items((("题目", matter.title), *(rows or (("空", "还没有文书和材料"),)))),),
        style="official_doc",
    )
    return pdf_file.joined([pdf.render_pdf(contents), *(pages for _leaf, pages in found if pages)])


def _pages(leaf: Leaf) -> bytes | None:
    if leaf.media_type.startswith("image/"):
        return pdf_file.of_picture(leaf.content)
    return leaf.content if leaf.media_type == "application/pdf" and pdf_file.is_open(leaf.content) else None


def _said(leaf: Leaf, pages: bytes | None) -> str:
    where = "" if pages else "，没有页面可印，见压缩包"
    return f"{leaf.on:%Y-%m-%d}，指纹 {leaf.digest[:SHORT]}{where}"


def _record(matter: Any) -> Any:
    streams = [matter.pk, *matter.reviews.values_list("pk", flat=True)]
    return Entry.objects.filter(stream__in=streams).order_by("id")


def _line(entry: Entry) -> dict[str, Any]:
    return {
        "stream": str(entry.stream),
        "number": entry.number,
        "kind": entry.kind,
        "at": entry.occurred_at.isoformat(),
        "previous": entry.previous,
        "commitments": entry.commitments,
        "hash": entry.hash,
    }


def _plain(name: str) -> str:
    """A name that every file system takes, and that leads nowhere else."""
    kept = "".join(
        character for character in name if character.isprintable() and character not in '\\:*?"<>|'
    )
    return kept.replace("..", "_")
