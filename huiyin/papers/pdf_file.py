"""PDF files as they are: several joined into one, a picture as a page."""

from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

LONGEST = 2000  # pixels of a picture's longer side on its page


def is_open(content: bytes) -> bool:
    """Its pages can be taken over: its maker neither locked it nor broke it."""
    try:
        file = PdfReader(BytesIO(content))
        return not file.is_encrypted and len(file.pages) > 0
    except PyPdfError:
        return False


def joined(files: Iterable[bytes]) -> bytes:
    """One file with every page of these open files, in order."""
    together = PdfWriter()
    for file in files:
        together.append(BytesIO(file), import_outline=False)
    out = BytesIO()
    together.write(out)
    return out.getvalue()


def of_picture(content: bytes) -> bytes:
    """A picture upright on a page of its own."""
    with Image.open(BytesIO(content)) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((LONGEST, LONGEST))
        out = BytesIO()
        upright.save(out, "PDF", resolution=150)
    return out.getvalue()
