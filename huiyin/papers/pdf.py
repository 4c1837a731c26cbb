"""A paper as PDF/UA: tagged, in Chinese, with its title, and the same bytes each time."""

from huiyin.papers import flow, layout, typeset
from huiyin.papers.paper import Paper
from huiyin.papers.typeset import WHY_NOT, PdfMissing, available

__all__ = ["WHY_NOT", "PdfMissing", "available", "render_pdf"]


def render_pdf(paper: Paper) -> bytes:
    """Set the paper on A4 by the measures of its style. Raises PdfMissing where libpango is not installed."""
    return typeset.pdf(letter_html(paper))


def letter_html(paper: Paper) -> str:
    """The page the PDF is printed from."""
    return typeset.fill(
        "letter.html",
        paper=paper,
        lines=flow.lines(paper),
        number=flow.number(paper),
        dated=flow.dated(paper),
        created=paper.dated.isoformat() if paper.dated else "",
        attachments=flow.attachments(paper),
        copies=flow.copies(paper),
        indent=flow.signature_indent(paper),
        sizes=layout.print_of(paper.large),
        margins=layout.MARGINS,
        red=layout.RED,
    )
