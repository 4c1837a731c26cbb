"""Review 复查 and final review 复核 (Art. 35–36): a case of its own, before its own authority, with its own stage and clock."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from huiyin.matters.act import Act, act
from huiyin.matters.clock import Clock, ClockQuerySet
from huiyin.matters.deed import Deed
from huiyin.matters.delivery import Delivery
from huiyin.matters.designation import Designable
from huiyin.matters.errors import NotAllowed
from huiyin.matters.hearing import Hearable, require_none_open
from huiyin.matters.lapse import Lapse, Settling, lapsing, settling
from huiyin.matters.note import Notable
from huiyin.matters.party import Side
from huiyin.matters.recounting import Recountable
from huiyin.matters.recusal import Recusable
from huiyin.matters.review_acts import (
    ProofOfReviewDelivery,
    Result,
    ReviewDecision,
    ReviewRequest,
    ReviewTaking,
)
from huiyin.matters.subject import Subject
from huiyin.people.actor import Actor

WINDOWS = {1: "review-window", 2: "final-review-window"}


class Review(Designable, Hearable, Notable, Recountable, Recusable, Subject):
    """One review of one opinion that one party received: level 1 复查, level 2 复核, before one authority."""

    track = "review"

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="reviews")
    party = models.ForeignKey("matters.Party", models.PROTECT, related_name="reviews")
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+")
    delivery = models.OneToOneField("matters.Delivery", models.PROTECT, related_name="asked")
    handler = models.ForeignKey("people.Post", models.PROTECT, null=True, related_name="+")
    level = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=24)
    requested_on = models.DateField()
    ended_on = models.DateField(null=True)

    objects = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(level__in=(1, 2)), name="a_review_is_first_or_final"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} 第{self.level}级 {self.stage}"

    @property
    def matter_itself(self) -> Any:
        """The matter that is reviewed."""
        return self.matter

    def row(self) -> models.QuerySet[Any]:
        """With whose it is: every act of a review says so."""
        return super().row().select_related("matter", "party__petitioner", "organ__superior__superior")

    def bearers(self, by: Actor | None = None) -> list["Review"]:
        """A review bears its own stage."""
        return [self]

    def bearer(self, by: Actor, act: str, asked: Mapping[str, Any] = MappingProxyType({})) -> "Review":
        """A review bears its own stage."""
        return self

    def own_clocks(self, deed: Deed) -> ClockQuerySet:
        """Its own clocks; when a final review is asked for, the window of the party who asks."""
        if deed.clock is not None:
            return Clock.objects.filter(pk=deed.clock.pk)
        return Clock.objects.filter(models.Q(review=self) | models.Q(delivery__review=self))

    def issue_documents(self, deed: Deed, row: Act) -> None:
        """Papers of a review are issued by the matter's register."""
        self.matter.issue_documents(deed, row)

    @act("take_review", ReviewTaking)
    def take_review(self, deed: Deed, *, handler: Any) -> ReviewTaking:
        """Tell the petitioner that the request is here, who deals with it and by when it is answered."""
        if ReviewTaking.objects.filter(review=self).exists():
            raise NotAllowed(_("已经告知过申请人。"))
        self.hand_to(deed, handler)
        return ReviewTaking(matter=self.matter, review=self, handler=handler)

    @act("decide_review", ReviewDecision)
    def decide_review(self, deed: Deed, **decision: str) -> ReviewDecision:
        """Decide the first review (复查); sent back, the matter is handled again from this day on."""
        row = self._decide(deed, **decision)
        if row.result == Result.REMANDED:
            self.matter.remand(by=Actor.system(deed.by.channel), at=deed.at, review=self)
        return row

    @act("decide_final_review", ReviewDecision)
    def decide_final_review(self, deed: Deed, **decision: str) -> ReviewDecision:
        """Decide the final review (复核), which ends the procedure and so cannot send back."""
        if decision["result"] == Result.REMANDED:
            raise NotAllowed(_("复核是最后一级，不能责令重办，请维持、变更或撤销。"), field="result")
        return self._decide(deed, **decision)

    def _decide(self, deed: Deed, *, result: str, facts: str, reasons: str, basis: str) -> ReviewDecision:
        """Decide; not by anyone who drafted or signed the opinion under review."""
        require_none_open(self)
        earlier = self.matter.drafts.filter(through=deed.by.officer).exists()
        if earlier or self.matter.replies.filter(through=deed.by.officer).exists():
            raise NotAllowed(_("办过或签过原答复的人不能复查。"))
        Delivery.objects.create(matter=self.matter, review=self, party=self.party, owed_since=deed.on)
        return ReviewDecision(
            matter=self.matter, review=self, result=result, facts=facts, reasons=reasons, basis=basis
        )

    @act("deliver_review", ProofOfReviewDelivery)
    def deliver_review(self, deed: Deed, **proof: Any) -> ProofOfReviewDelivery:
        """Prove delivery of the first review; the window for the final one opens."""
        return self._deliver(deed, **proof)

    @act("deliver_final_review", ProofOfReviewDelivery)
    def deliver_final_review(self, deed: Deed, **proof: Any) -> ProofOfReviewDelivery:
        """Prove delivery of the final review; with it the procedure has ended."""
        return self._deliver(deed, **proof)

    def _deliver(
        self, deed: Deed, *, method: str, evidence: str, received_on: Any = None
    ) -> ProofOfReviewDelivery:
        delivery = self.matter.complete_delivery(deed, self.party, method, received_on, review=self)
        return ProofOfReviewDelivery(
            matter=self.matter,
            review=self,
            method=method,
            received_on=delivery.completed_on,
            evidence=evidence,
        )

    @act("request_final_review", ReviewRequest)
    def request_final_review(self, deed: Deed, *, disputed: str, late_cause: str = "") -> ReviewRequest:
        """Ask for final review (复核) of this first one."""
        return _opened(deed, self.matter, 2, self.party, self.organ.reviewer(), disputed, late_cause)

    @act("lapse", Lapse)
    def lapse(self, deed: Deed, *, clock: Clock) -> Lapse:
        """Say once that the authority's limit has passed."""
        return lapsing(self.matter, deed, clock)

    @act("settle", Settling)
    def settle(self, deed: Deed, *, clock: Clock) -> Settling:
        """End the window for final review, unused."""
        return settling(self.matter, deed, clock)


class Reviewable:
    """A delivered opinion can be brought before the organ above."""

    @act("request_review", ReviewRequest)
    def request_review(
        self: Any, deed: Deed, *, party: Any, disputed: str, late_cause: str = ""
    ) -> ReviewRequest:
        """Ask for review (复查) of the handling organ's opinion."""
        if party.side != Side.PETITIONER:
            raise NotAllowed(_("复查由信访人申请；别的一方可以另行提出。"), field="party")
        return _opened(deed, self, 1, party, deed.bearer.organ.reviewer(), disputed, late_cause)


def _opened(
    deed: Deed, matter: Any, level: int, party: Any, authority: Any, disputed: str, late_cause: str
) -> ReviewRequest:
    """Open the review case before `authority`; late only with a cause."""
    if authority is None:
        raise NotAllowed(_("这个单位上面没有可以复查的机关，请打信访局电话，由联席会议指定。"))
    windows = Clock.objects.filter(delivery__party=party, matter=matter, term=WINDOWS[level])
    window = windows.order_by("started_on").last()
    if window is None:
        raise NotAllowed(_("收到答复以后才能申请。"))
    if deed.on > window.due_on and not late_cause.strip():
        raise NotAllowed(_("三十天已过。有正当理由的仍可申请，请写明原因。"), field="late_cause")
    if Review.objects.filter(delivery=window.delivery).exists():
        raise NotAllowed(_("已经申请过，不用再申请。"))
    review = Review.objects.create(
        matter=matter,
        party=party,
        organ=authority,
        delivery=window.delivery,
        level=level,
        stage="requested",
        requested_on=deed.on,
        rules=matter.rules,
    )
    deed.opened = review
    matter.open_to(authority, deed.move.act)
    return ReviewRequest(matter=matter, review=review, party=party, disputed=disputed, late_cause=late_cause)
