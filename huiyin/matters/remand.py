"""Remand 责令重办: a first review sends the matter back, with a new limit, and the same answer will not do again."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed


class Remand(Act):
    """The organ handles it again because this review said so."""

    asks = ("review",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="remands")
    review = models.OneToOneField("matters.Review", models.PROTECT, related_name="remand")

    def told(self) -> dict[str, Any]:
        return {"organ_name": self.bearer.organ.name}


class Remandable:
    """An answered matter can be sent back. Nobody does it by itself: the decision of a review does, in one transaction."""

    @act("remand", Remand)
    def remand(self: Any, deed: Deed, *, review: Any) -> Remand:
        """Handle it again, from the facts on."""
        if review.matter_id != self.pk:
            raise NotAllowed(_("这一次复查不是这件事的。"))
        return Remand(matter=self, review=review)

    def require_not_repeated(self: Any, answers: list[dict[str, Any]]) -> None:
        """Raise NotAllowed where a remanded matter would be answered as before, on the same facts."""
        since = Exists(self.remands.filter(number__gt=OuterRef("number")))
        reply = self.replies.select_related("draft").annotate(remanded=since).order_by("number").last()
        if reply is None or not reply.remanded:
            return
        if _core(answers) == _core(reply.draft.answers):
            raise NotAllowed(
                _("复查机关责令重办的，不能以同样的事实再作同样的意见。请重新核实，写明新查到什么。"),
                field="answers",
            )


def _core(answers: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """Opinion and facts by request, whatever the spaces."""
    return {each["request"]: (each["opinion"], "".join(each["facts"].split())) for each in answers}
