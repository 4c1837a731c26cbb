"""Designation 指定承办人: every open matter has a named handler, and a change of handler is on the record."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.post import Post

DUTY = {"assignment": "handle", "review": "review"}
"""What the post of a handler must be there for."""


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
    """An organ can name who handles a matter or a review."""

    @act("designate", Designation)
    def designate(self: Any, deed: Deed, *, handler: Post) -> Designation:
        """Name the handler."""
        self.hand_to(deed, handler)
        return Designation(matter=self.matter_itself, handler=handler)

    def hand_to(self: Any, deed: Deed, handler: Post) -> None:
        """Write the handler on the assignment or review in hand: somebody of its organ who is not recused."""
        if handler.organ_id != deed.bearer.organ_id or DUTY[deed.bearer.track] not in handler.duties:
            raise NotAllowed(_("承办人要是本单位有这项职责的岗位。"), field="handler")
        recused = self.matter_itself.recusals.values("officer")
        if handler.holdings.on(deed.on).filter(officer__in=recused).exists():
            raise NotAllowed(_("这个岗位的人在这件事上已经回避，请指定别人。"), field="handler")
        deed.bearer.handler = handler
        deed.bearer.save(update_fields=["handler"])
