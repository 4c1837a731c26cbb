"""What the petitioner handed in: every piece with its pages, size, fingerprint, and which office read it when."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from huiyin.matters.reading import handed_in as pieces
from huiyin.papers import words
from huiyin.portal.language import lang

SHOWN = 16  # characters of the SHA-256


def handed_in(matter: Any, today: date) -> list[dict[str, str]]:
    """The list of a receipt for papers, kept up to date."""
    return [_shown(one, today) for one in pieces(matter)]


def _shown(one: dict[str, Any], today: date) -> dict[str, str]:
    piece = one["piece"]
    told = {"n": piece.pages, "kb": -(-piece.size // 1024), "day": words.prose(one["on"], lang(), today)}
    offices = {by["organ"]: by["on"] for by in reversed(one["read"])}
    read = "；".join(
        _("%(organ)s %(day)s看过") % {"organ": organ, "day": words.prose(on, lang(), today)}
        for organ, on in offices.items()
    )
    return {
        "name": piece.name,
        "says": _("%(n)d 页，%(kb)d KB，%(day)s收到") % told,
        "read": read or _("还没有单位打开看"),
        "digest": piece.digest[:SHOWN],
    }
