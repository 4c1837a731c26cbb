"""What made people petition, as the organ says it and as the petitioner does, side by side and never averaged."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from huiyin.matters.closure import Closure
from huiyin.matters.timeline import Line


def causes_of(lines: list[Line]) -> Iterator[dict[str, Any]]:
    """Who said what, the latest of each; where they differ, both rows say so."""
    latest = {act: _latest(lines, act) for act in ("close", "rate")}
    named = {"close": _("办理单位认为"), "rate": _("信访人认为")}
    differ = all(latest.values()) and set(latest["close"]) != set(latest["rate"])
    field: Any = Closure._meta.get_field("causes")
    for act, causes in latest.items():
        if causes:
            yield {
                "words": named[act],
                "note": field.said(causes),
                "says": _("两边说的不一样") if differ else "",
            }


def _latest(lines: list[Line], act: str) -> list[str]:
    return next((line.fields.get("causes", []) for line in lines if line.act == act), [])
