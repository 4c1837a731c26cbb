"""HTML of our own making to PDF/UA, without ever fetching anything; equal pages make equal bytes."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

try:
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher
except OSError:  # pragma: no cover - libpango belongs to the system, not to Python
    HTML = None
    FatalURLFetchingError = URLFetcher = Exception

WHY_NOT = "这台服务器没有安装排版库（libpango），暂时不能生成 PDF。请先下载 docx，或请管理员安装后再试。"
PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class PdfMissing(RuntimeError):
    """No PDF can be made on this machine; the message says what to do instead."""


class NoFetching(URLFetcher):  # type: ignore[misc]
    """Refuses every address: a document is complete in itself, whatever a text in it says."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Stop the whole rendering."""
        raise FatalURLFetchingError(f"a paper may not fetch {url}")


def available() -> bool:
    """Whether PDFs can be made here; if not, WHY_NOT is the sentence to show."""
    return HTML is not None


def fill(template: str, **values: object) -> str:
    """A template of this room with its values, every one of them escaped."""
    return PAGES.get_template(template).render(**values)


def pdf(html: str) -> bytes:
    """A tagged PDF/UA-1 file. Raises PdfMissing where libpango is not installed."""
    return _written(_set(html), html)


def first_on_one_page(choices: Iterable[str]) -> bytes:
    """The PDF of the first choice that fits one page, or the last. Raises PdfMissing as above."""
    for html in choices:
        page = _set(html)
        if len(page.pages) == 1:
            break
    return _written(page, html)


def _set(html: str) -> Any:
    if HTML is None:
        raise PdfMissing(WHY_NOT)
    return HTML(string=html, url_fetcher=NoFetching()).render(pdf_variant="pdf/ua-1")


def _written(page: Any, html: str) -> bytes:
    """The identifier comes from the page itself, so that equal pages are equal files."""
    name = sha256(html.encode()).digest()[:16]
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=name)
    return made
