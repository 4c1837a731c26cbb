"""Designation 指定承办人: every open matter has a named handler, and a change of handler is on the record."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.post import Post


class Designation(Act):
    """From now on this post handles the matter."""

    asks = ("handler",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="designations")
    handler = models.ForeignKey(
        "people.Post", models.PROTECT, related_name="+", verbose_name=gettext_lazy("承办人")
    )

    def told(self) -> dict[str, Any]:
        return {"handler_title": str(self.handler)}


class Designable:
    """An organ can name who handles a matter."""

    @act("designate", Designation)
    def designate(self: Any, deed: Deed, *, handler: Post) -> Designation:
        """Name the handler."""
        self.hand_to(deed, handler)
        return Designation(matter=self, handler=handler)

    def hand_to(self: Any, deed: Deed, handler: Post) -> None:
        """Write the handler on the assignment in hand. The handler sits in its organ and is not recused."""
        if handler.organ_id != deed.bearer.organ_id or "handle" not in handler.duties:
            raise NotAllowed(_("承办人要是本单位有承办职责的岗位。"), field="handler")
        if self.recusals.filter(officer__in=handler.holdings.on(deed.on).values("officer")).exists():
            raise NotAllowed(_("这个岗位的人在这件事上已经回避，请指定别人。"), field="handler")
        deed.bearer.handler = handler
        deed.bearer.save(update_fields=["handler"])
