"""An upload: what a stranger hands in is opened, measured and rewritten before it is kept with a matter.

Extension and content must agree; pictures are drawn anew without what a camera adds; whatever unpacks is measured first.
"""

from pathlib import PurePath

import filetype
from django.utils.translation import gettext as _

from huiyin.matters import upload_office, upload_pdf, upload_picture
from huiyin.matters.attachment import Piece
from huiyin.people.refusal import Wrong

LARGEST = 20 * 1024 * 1024
LONGEST_NAME = 120
EXTENSIONS = ("jpg", "jpeg", "png", "heic", "heif", "pdf", "doc", "docx", "xls", "xlsx", "mp3", "m4a", "mp4")
ACCEPT = ",".join(f".{extension}" for extension in EXTENSIONS)
PICTURES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "heif": "image/heic",
}
SOUNDS = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "mp4": "video/mp4"}


class UploadRefused(Wrong):
    """A file that is not kept; everything else is."""


def check(name: str, content: bytes, size: int | None = None) -> Piece:
    """The piece to keep. `size` is the whole size in bytes where `content` was cut off. Raises UploadRefused."""
    name = _plain_name(name)
    extension = PurePath(name).suffix.lower().lstrip(".")
    _require_size(extension, len(content) if size is None else size)
    if extension not in EXTENSIONS:
        raise UploadRefused(_cannot_open())
    try:
        return _piece(name, extension, content)
    except (ValueError, OSError) as error:
        raise UploadRefused(_cannot_open()) from error


def _piece(name: str, extension: str, content: bytes) -> Piece:
    if extension in PICTURES:
        media_type, redrawn = upload_picture.redrawn(content, PICTURES[extension])
        ending = ".png" if media_type == "image/png" else ".jpg"
        return Piece(f"{PurePath(name).stem}{ending}", media_type, redrawn)
    if extension == "pdf":
        return Piece(name, "application/pdf", content, upload_pdf.pages(content))
    if extension in SOUNDS:
        return Piece(name, _sound(extension, content), content)
    return Piece(name, upload_office.media_type(content, extension), content)


def _sound(extension: str, content: bytes) -> str:
    """A recording's type by its first bytes; phones write m4a and mp4 with either's mark."""
    found = filetype.guess_extension(content[:8192])
    if found not in ({"mp3"} if extension == "mp3" else {"m4a", "mp4", "mov", "3gp"}):
        raise ValueError("not the recording that its name says")
    return SOUNDS[extension]


def _require_size(extension: str, size: int) -> None:
    if size == 0:
        raise UploadRefused(_("这个文件是空的，没有保存。换一个，或带原件到窗口。"))
    if size <= LARGEST:
        return
    told = {"size": -(-size // (1024 * 1024)), "most": LARGEST // (1024 * 1024)}
    if extension in PICTURES:
        raise UploadRefused(
            _("这张照片 %(size)d MB，最大 %(most)d MB。换一张，或先不传，带原件到窗口。") % told
        )
    raise UploadRefused(_("这个文件 %(size)d MB，最大 %(most)d MB。换一个，或先不传，带原件到窗口。") % told)


def _cannot_open() -> str:
    return _("这个文件打不开。可以传照片（JPG、PNG、HEIC）、PDF、Word、Excel、录音。")


def _plain_name(name: str) -> str:
    """The last part of a path, whatever system wrote it, without control characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(character for character in last if character.isprintable()).strip() or "file"
    stem, dot, extension = kept.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{extension}" if dot else kept[:LONGEST_NAME]
