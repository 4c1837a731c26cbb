"""A proposal 报批: an act that waits for its second officer. Proposed, then approved or sent back: one mechanism for all."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedJSONField, EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters import gate, seat
from huiyin.matters.act import Act, kinds
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.people.actor import Actor
from huiyin.statute.tables import Move


class State(models.TextChoices):
    """Where a proposal stands."""

    WAITING = "waiting", gettext_lazy("等批准")
    APPROVED = "approved", gettext_lazy("已批准")
    SENT_BACK = "sent_back", gettext_lazy("已退回")


class Proposal(models.Model):
    """One act asked for by one post, with what it asks, until a second officer decides."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="proposals")
    act = models.CharField(max_length=32)
    asked = EncryptedJSONField()
    post = models.ForeignKey("people.Post", models.PROTECT, related_name="+")
    officer = models.ForeignKey("people.Officer", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=12)
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey("people.Officer", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    points = EncryptedTextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "act"], condition=Q(state="waiting"), name="one_waiting_proposal_per_act"
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=models.F("officer")),
                name="proposer_does_not_decide",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.state}"

    @property
    def proposer(self) -> Actor:
        """The actor who proposed."""
        return Actor(post=self.post, officer=self.officer, capacity=self.capacity, channel="web")

    def approve(self, *, by: Actor, at: Any = None) -> Act:
        """Do the act as proposed, approved by a second post. Raises what the gate raises, and then stays waiting."""
        with transaction.atomic():
            self._decide(by, State.APPROVED)
            row = kinds[self.act].row
            asked = {name: row._meta.get_field(name).to_python(value) for name, value in self.asked.items()}
            verb = getattr(self.matter, self.act)
            done: Act = verb(by=self.proposer, approved=by, at=at, **asked)
        return done

    def send_back(self, *, by: Actor, points: str) -> None:
        """Give it back with the points that are to be mended: by somebody of the same organ who could approve."""
        if not points.strip():
            raise NotAllowed(_("退回要写明改哪几处。"), field="points")
        if by.organ != self.post.organ or not by.may_approve or not any(map(by.has, self._approving())):
            raise NotAllowed(_("批准人要是本单位有这项职责的另一个岗位。"))
        self._decide(by, State.SENT_BACK, points=points)

    def _approving(self) -> tuple[str, ...]:
        return gate.approving(_move(self.matter, self.act, self.proposer))

    def _decide(self, by: Actor, state: str, **more: Any) -> None:
        if by.officer == self.officer:
            raise NotAllowed(_("报批和批准不能是同一个人。"))
        waiting = Proposal.objects.filter(pk=self.pk, state=State.WAITING)
        if not waiting.update(state=state, decided_by=by.officer, decided_at=timezone.now(), **more):
            raise Overtaken(_("这份报批已经有人处理了。"))


def propose(matter: Any, act: str, *, by: Actor, **asked: Any) -> Proposal:
    """Put an act before its second officer. `asked` are plain values as the act's row asks them.

    Raises NotAllowed where the proposer could not do the act, where it needs no second officer, or one is waiting.
    """
    move = _move(matter, act, by)
    if not move.approval:
        raise NotAllowed(_("这一步不用报批，可以直接办。"))
    seat.require(
        Deed(by, timezone.now(), matter.law, move, matter, matter.bearer(by, act, asked), matter.version)
    )
    try:
        with transaction.atomic():
            return Proposal.objects.create(
                matter=matter,
                act=act,
                asked=asked,
                post=by.post,
                officer=by.officer,
                capacity=by.capacity,
                proposed_at=timezone.now(),
            )
    except IntegrityError as waiting:
        raise NotAllowed(_("这一步已经报批，正等着批。")) from waiting


def _move(matter: Any, act: str, by: Actor) -> Move:
    return gate.move_of(matter.law, act, matter.bearer(by, act))
