"""The reader's language, for words that the rule set and the papers keep in both."""

from typing import Any

from django.utils.translation import get_language


def lang() -> str:
    """`zh` or `en`."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def said(thing: Any) -> str:
    """The name of anything the rule set names."""
    return str(thing.en if lang() == "en" else thing.zh)


def says(thing: Any) -> str:
    """The sentence of anything the rule set says."""
    return str(thing.says_en if lang() == "en" else thing.says_zh)
