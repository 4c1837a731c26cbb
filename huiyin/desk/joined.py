"""What stands on record beside a matter: the live one that it repeats, what repeats it, what was split from it,
what is handled together with it."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.desk.facts_shown import facts_of
from huiyin.desk.finding import address_of, ref_of
from huiyin.desk.resembling import address, is_for
from huiyin.desk.tongue import lang
from huiyin.matters.matter import Matter
from huiyin.papers import words


def joined_to(found: Any) -> Iterator[dict[str, Any]]:
    """The rows of the side column; of a matter that the officer may not see nothing is said."""
    matter = found.matter
    if is_for(matter, found.lead, found.actor):
        yield {"words": _("看看是不是重复反映"), "url": address(matter), "link": _("打开")}
    if matter.linked_to_id is not None:
        yield from _rows(found, _("并在这一件里办"), pk=matter.linked_to_id)
    if matter.has_halves:
        yield from _rows(found, _("同一次反映分出来的"), pk__in=matter.halves().values("pk"))
    if matter.has_repeats:
        yield from _rows(found, _("又来反映的，并在本件里办"), linked_to=matter)
    yield from _together(found)


def main_read(found: Any) -> dict[str, Any] | None:
    """What was found in the main matter, for reading on the page of one that is joined to it."""
    main = found.main
    return main and {"number": ref_of(main), "url": address_of(main), "facts": facts_of(main)}


def _together(found: Any) -> Iterator[dict[str, Any]]:
    """The others that are handled together with it, each with its own next date."""
    for one in found.together:
        says = _("并案，主件") if one.pk == found.matter.joined_to_id else _("并案")
        day = _("期限 %(day)s") % {"day": words.table(one.due, lang())} if one.due else ""
        note = "　".join(filter(None, [says, day]))
        yield {"words": one.title, "note": note, "url": address_of(one), "link": ref_of(one)}


def _rows(found: Any, says: str, **which: Any) -> Iterator[dict[str, Any]]:
    visible = Matter.objects.visible_to(found.actor.officer).filter(sealed=False, **which)
    for one in visible.order_by("registered_at"):
        day = words.table(timezone.localdate(one.registered_at), lang())
        yield {
            "words": one.title,
            "note": f"{says}　{day}",
            "url": address_of(one),
            "link": ref_of(one),
        }
