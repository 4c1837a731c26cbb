"""What every public page may say: whose pages these are, how they are shown, and the same page in the other language."""

from typing import Any

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from huiyin.portal import display
from huiyin.portal.office import office

NAMES = {"zh-hans": "中文", "en": "English"}


def public(request: HttpRequest) -> dict[str, Any]:
    """`office`, `display_mode`, `other_language`; asked of the database only where a page uses them."""
    return {
        "office": SimpleLazyObject(office),
        "display_mode": display.mode_of(request),
        "other_language": _other_language(request),
    }


def _other_language(request: HttpRequest) -> dict[str, str]:
    code = "zh-hans" if (get_language() or "").startswith("en") else "en"
    return {"code": code, "name": NAMES[code], "url": translate_url(request.get_full_path(), code)}
