"""Draft and reply: an answer to every request, checked before it is signed, signed by somebody who did not write it (Art. 32)."""

from typing import Any

from django.db import models
from django.db.models import Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedJSONField, EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.citing import cite
from huiyin.matters.clock import Clock
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.gate import HISTORY
from huiyin.matters.hearing import require_none_open
from huiyin.matters.hearing_acts import Hearing
from huiyin.matters.simplified import TERM, require_fit_for_short_way
from huiyin.people.post import Rank


class Opinion(models.TextChoices):
    """The three outcomes of Art. 32."""

    SUPPORTED = "supported", gettext_lazy("支持")
    EXPLAINED = "explained", gettext_lazy("解释说明")
    NOT_SUPPORTED = "not_supported", gettext_lazy("不予支持")


NEEDED = ("opinion", "facts", "reasons", "basis")


class Draft(Act):
    """The drafted opinion: per request {request, opinion, facts, reasons, basis, plan, execute_by, policies, no_policy}.

    `policies` are ids of versions; the verb writes out beside them, as `cited`, what they were called.
    """

    asks = ("answers", "despite")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="drafts")
    answers = EncryptedJSONField(gettext_lazy("逐项答复"))
    despite = EncryptedTextField(
        gettext_lazy("虽有协办未完，为什么先答复"),
        blank=True,
        help_text=gettext_lazy("有单位的协办还没有完才填；信访人会读到"),
    )


class SendingBack(Act):
    """The signatory wants it better, and says in which points."""

    asks = ("points",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="sendings_back")
    points = EncryptedTextField(gettext_lazy("要改哪几处"))


class Reply(Act):
    """The opinion is signed and issued; the handling clock stops only when its delivery begins."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="replies")
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="+", editable=False)


class Draftable:
    """An investigated matter can be answered."""

    @act("draft", Draft)
    def draft(self: Any, deed: Deed, *, answers: list[dict[str, Any]], despite: str = "") -> Draft:
        """Write the opinion down for signature; every request has exactly one complete answer."""
        open_now = self._open_now()
        if "hearing" in open_now:
            require_none_open(self)
        if "mediation" in open_now:
            self.require_not_mediating()
        self.require_complete(answers)
        self.require_facts(deed, answers)
        self.require_checked(deed)
        self.require_not_repeated(answers)
        if "short way" in open_now:
            require_fit_for_short_way(answers)
        return Draft(matter=self, answers=cite(self, deed, answers), despite=self.despite(deed, despite))

    @act("send_back", SendingBack)
    def send_back(self: Any, deed: Deed, *, points: str) -> SendingBack:
        """Give it back to the handler."""
        return SendingBack(matter=self, points=points)

    @act("sign", Reply)
    def sign(self: Any, deed: Deed) -> Reply:
        """Sign and issue the opinion; the writer does not sign."""
        draft = self.drafts.latest("number")
        if draft.through_id == deed.by.officer.pk:
            raise NotAllowed(_("起草人不能自己签发。"))
        self.require_signatory(deed)
        self.owe_deliveries(deed)
        return Reply(matter=self, draft=draft)

    def _open_now(self: Any) -> set[str]:
        """What is not over: a hearing, a mediation, the short way. One query."""
        hearing = Hearing.objects.filter(matter=self, review=None, ended_on=None).values_list(
            Value("hearing")
        )
        mediation = self.mediations.filter(ended_on=None).values_list(Value("mediation"))
        short = Clock.objects.running().filter(matter=self, term=TERM).values_list(Value("short way"))
        return {what for (what,) in hearing.union(mediation, short)}

    def require_signatory(self: Any, deed: Deed) -> None:
        """Raise NotAllowed where the post is too low: a deputy head signs; what was reported as urgent, the head."""
        if deed.by.channel in HISTORY:
            return
        needed = Rank.HEAD if self.urgent_reports.exists() else Rank.DEPUTY_HEAD
        if deed.by.post.rank < needed:
            raise NotAllowed(_("这份答复要由%(rank)s签发。") % {"rank": needed.label})

    def require_complete(self: Any, answers: list[dict[str, Any]]) -> None:
        """Raise NotAllowed, naming the request, where an answer lacks opinion, facts, reasons, basis or date."""
        requests = {str(request.pk): request for request in self.requests.all()}
        if sorted(answer.get("request", "") for answer in answers) != sorted(requests):
            raise NotAllowed(_("每项诉求要有且只有一个答复。"), field="answers")
        for answer in answers:
            position = requests[answer["request"]].position
            if answer.get("opinion") not in Opinion.values or not all(answer.get(name) for name in NEEDED):
                raise NotAllowed(
                    _("第 %(n)s 项诉求的答复还缺意见、事实、理由或依据。") % {"n": position}, field="answers"
                )
            if answer["opinion"] == Opinion.SUPPORTED and not (
                answer.get("plan") and answer.get("execute_by")
            ):
                raise NotAllowed(
                    _("支持第 %(n)s 项诉求，要写明怎么落实、哪天前落实。") % {"n": position}, field="answers"
                )

    def signed_answers(self: Any) -> list[dict[str, Any]]:
        """The answers of the latest signed opinion, or an empty list."""
        reply = self.replies.select_related("draft").order_by("number").last()
        return list(reply.draft.answers) if reply else []
