"""Where a petition came from, if another system handed it in: its number there, its exchange date, what they called it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from huiyin.desk.tongue import lang
from huiyin.mailroom.exchange.mapping import named
from huiyin.matters.triage import Triage
from huiyin.papers import words


def came_from(petitions: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """One row for each petition that has a number elsewhere."""
    for petition in petitions:
        if petition.source_number:
            note = "　".join(_said(petition))
            yield {"words": f"{named(petition.source)} {petition.source_number}".strip(), "note": note}


def _said(petition: Any) -> Iterator[str]:
    if petition.exchanged_on:
        yield _("交换日期 %(day)s") % {"day": words.table(petition.exchanged_on, lang())}
    told = petition.told_by_source or {}
    if "purpose" in told:
        column: Any = Triage._meta.get_field("purpose")
        yield _("对方写的目的：%(words)s") % {
            "words": dict(column.flatchoices).get(told["purpose"], told["purpose"])
        }
    if "topic" in told:
        yield _("对方写的分类：%(words)s") % {"words": told["topic"]}
