"""Word and Excel files: the old ones by their first bytes, the new ones by what the package holds, measured unopened."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_ENTRIES = 2_000
MOST_RATIO = 100
MOST_UNPACKED = 200 * 1024 * 1024
SMALL = 64 * 1024  # a few hundred bytes of XML may well pack a hundred times
TYPES = {
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
HEART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def media_type(content: bytes, extension: str) -> str:
    """The type of the file that extension and content agree on. Raises ValueError where they do not, or it is a trap."""
    if extension in HEART:
        _require_package(content, HEART[extension])
    elif not content.startswith(OLD):
        raise ValueError("not a Word or Excel file")
    return TYPES[extension]


def _require_package(content: bytes, heart: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
    except BadZipFile as error:
        raise ValueError("not a package") from error
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise ValueError("unpacks to too much")
    if any(_is_trap(entry) for entry in entries):
        raise ValueError("an entry that no office program writes")
    if heart not in {entry.filename for entry in entries}:
        raise ValueError("not the document that its name says")


def _is_trap(entry: ZipInfo) -> bool:
    """A path out of the package, a link, a program, or a bomb."""
    name = entry.filename.replace("\\", "/")
    leads_out = name.startswith("/") or ".." in name.split("/") or ":" in name
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    is_bomb = entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
    return leads_out or is_link or is_bomb or name.endswith("vbaProject.bin")
