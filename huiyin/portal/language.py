"""Which of the two languages a page speaks, as papers and statute name them."""

from django.utils.translation import get_language


def lang() -> str:
    """ "en" or "zh"."""
    return "en" if (get_language() or "").startswith("en") else "zh"
