"""An assignment: a matter at one organ. The main line's stage lives here; the gate alone writes it.

`next_due_on` is a cache of its running clocks, as `stage` is one of its acts: the gate keeps both, the audit checks.
"""

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from huiyin.ledger.uuid7 import uuid7
from huiyin.people.post import Post


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Answers about assignments."""

    def open(self) -> "AssignmentQuerySet":
        """Those whose organ still has the matter in hand."""
        return self.filter(ended_on=None)

    def note_next_dates(self) -> int:
        """Write on each the earliest date of its running clocks, by which inboxes order; returns how many."""
        running = self.model._meta.get_field("clocks").related_model.objects.running()
        earliest = running.filter(assignment=OuterRef("pk")).order_by("due_on").values("due_on")[:1]
        return self.update(next_due_on=Subquery(earliest))


class Assignment(models.Model):
    """One matter at one organ, from one day; the lead one speaks for the matter. Who `assists` (协办) never leads."""

    track = "assignment"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="assignments")
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="assignments")
    stage = models.CharField(max_length=24)
    is_lead = models.BooleanField(default=True)
    assists = models.BooleanField(default=False)
    handler = models.ForeignKey("people.Post", models.PROTECT, null=True, related_name="handled")
    received_on = models.DateField()
    ended_on = models.DateField(null=True)
    next_due_on = models.DateField(null=True)

    # What Matter.bearers read along: of a part, whom it helps; of the lead, those that led before it and its open parts.
    lead: "Assignment | None" = None
    senders: "tuple[Assignment, ...]" = ()
    parts: "tuple[Assignment, ...]" = ()

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter"], condition=Q(is_lead=True), name="one_lead_per_matter"),
            models.CheckConstraint(
                condition=Q(is_lead=False) | Q(assists=False), name="who_assists_does_not_lead"
            ),
            models.UniqueConstraint(
                fields=["matter", "organ"], condition=Q(ended_on=None), name="one_open_assignment_per_organ"
            ),
        ]
        indexes = [
            models.Index(
                fields=["organ", "next_due_on"], condition=Q(ended_on=None), name="in_hand_by_next_date"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organ_id} {self.stage}"

    def answerable(self) -> Post | None:
        """Who answers for it by name: its handler, and until one is named whoever heads the organ (S022).

        Nobody who stepped back from the matter; None only where an organ has no post at all.
        """
        if self.handler is not None and self.handler.is_active:
            return self.handler
        return Post.objects.answering_for(self.organ, besides=self.matter.recusals.values("officer"))

    def give_way(self) -> None:
        """Stop speaking for the matter, which the gate writes with the stage: the one that the verb opens leads."""
        self.is_lead = False
