"""The matter 信访事项: the thing to be solved, which one or more petitions raise. Read its bases as a table of contents."""

import uuid

from django.db import models
from django.db.models import F, Q

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.acceptance import Acceptable
from huiyin.matters.agency import Delegable
from huiyin.matters.annulment import Annullable
from huiyin.matters.archiving import Archivable
from huiyin.matters.assignment import Assignment
from huiyin.matters.assistance import Assistable
from huiyin.matters.bearing import Bearing
from huiyin.matters.checklist import Checkable
from huiyin.matters.clarification import Clarifiable
from huiyin.matters.clock import Clock, ClockQuerySet
from huiyin.matters.closure import Closeable
from huiyin.matters.correction import Correctable
from huiyin.matters.deed import Deed
from huiyin.matters.delivery import Deliverable
from huiyin.matters.designation import Designable
from huiyin.matters.document import Documented
from huiyin.matters.draft import Draftable
from huiyin.matters.execution import Executable
from huiyin.matters.extension import Extendable
from huiyin.matters.fact import Provable
from huiyin.matters.forwarding import Forwardable
from huiyin.matters.handover import Succeedable
from huiyin.matters.hardship import Helpful
from huiyin.matters.hearing import Hearable
from huiyin.matters.informing import Informable
from huiyin.matters.inquiry import Inquirable
from huiyin.matters.instruction import Instructable
from huiyin.matters.investigation import Investigable
from huiyin.matters.joining import Joinable
from huiyin.matters.kind import Kind
from huiyin.matters.lapse import Lapsable
from huiyin.matters.linking import Linkable
from huiyin.matters.mediation import Mediable
from huiyin.matters.note import Notable
from huiyin.matters.notification import Notifiable
from huiyin.matters.objection import Objectionable
from huiyin.matters.own_data import OwnData
from huiyin.matters.petition import Registrable
from huiyin.matters.question import Askable
from huiyin.matters.rating import Ratable
from huiyin.matters.recounting import Recountable
from huiyin.matters.recusal import Recusable, RecusalAskable
from huiyin.matters.referral import Referable
from huiyin.matters.refusal import Refusable
from huiyin.matters.relaying import Relayable
from huiyin.matters.remand import Remandable
from huiyin.matters.review import Reviewable
from huiyin.matters.scope import MatterQuerySet, ScopedManager
from huiyin.matters.sealing import Sealable
from huiyin.matters.sides import Sided
from huiyin.matters.simplified import Simplifiable
from huiyin.matters.splitting import Splittable
from huiyin.matters.subject import Subject
from huiyin.matters.supervising import Supervisable
from huiyin.matters.supplement import Supplementable
from huiyin.matters.suspension import Suspendable
from huiyin.matters.taking_over import Overtakeable
from huiyin.matters.triage import Triageable
from huiyin.matters.urgent import Urgent
from huiyin.matters.withdrawal import Withdrawable


class Matter(
    Registrable,
    Triageable,
    Forwardable,
    Relayable,
    Referable,
    Informable,
    Objectionable,
    Notifiable,
    Acceptable,
    Simplifiable,
    Refusable,
    Linkable,
    Splittable,
    Investigable,
    Inquirable,
    Sided,
    Provable,
    Checkable,
    Designable,
    Instructable,
    Urgent,
    Supervisable,
    Recusable,
    RecusalAskable,
    Extendable,
    Hearable,
    Mediable,
    Overtakeable,
    Succeedable,
    Joinable,
    Assistable,
    Draftable,
    Deliverable,
    Executable,
    Reviewable,
    Remandable,
    Closeable,
    Withdrawable,
    Suspendable,
    Archivable,
    Annullable,
    Sealable,
    Correctable,
    Supplementable,
    Askable,
    Clarifiable,
    Ratable,
    Helpful,
    Delegable,
    OwnData,
    Notable,
    Lapsable,
    Recountable,
    Documented,
    Bearing,
    Subject,
):
    """One matter. Its stage is its lead assignment's; its story is its stream of the record."""

    number = models.CharField(max_length=32, unique=True, null=True)
    title = EncryptedTextField()
    text = EncryptedTextField()
    kind = models.CharField(max_length=16, choices=Kind, blank=True)
    purpose = models.CharField(max_length=2, blank=True)
    topic = models.CharField(max_length=64, blank=True)
    place = models.ForeignKey("people.Region", models.PROTECT, null=True, related_name="+")
    place_text = EncryptedTextField(blank=True)
    reports_wrongdoing = models.BooleanField(null=True)
    sealed = models.BooleanField(default=False)
    sealed_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    split_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    linked_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    joined_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField()
    heard_on = models.DateField()

    objects = ScopedManager()
    system = models.Manager.from_queryset(MatterQuerySet)()

    class Meta:
        base_manager_name = "system"
        constraints = [
            models.CheckConstraint(
                condition=Q(sealed=False) | Q(number=None), name="a_sealed_matter_has_no_number"
            ),
            models.CheckConstraint(
                condition=Q(linked_to=None) | ~Q(linked_to=F("id")), name="a_matter_does_not_repeat_itself"
            ),
            models.CheckConstraint(
                condition=Q(joined_to=None) | ~Q(joined_to=F("id")), name="a_matter_is_not_joined_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.pk)

    @property
    def lead(self) -> Assignment:
        """The assignment that speaks for the matter now."""
        return self.assignments.select_related("organ", "handler").get(is_lead=True)

    @property
    def stage(self) -> str:
        """The main line's stage, as the lead assignment bears it."""
        return self.lead.stage

    @property
    def matter_itself(self) -> "Matter":
        """A matter is its own."""
        return self

    def own_clocks(self, deed: Deed) -> ClockQuerySet:
        """The one clock that the deed concerns, those of the party asking for review, or those in hand."""
        clocks = Clock.objects.filter(matter=self)
        if deed.clock is not None:
            return clocks.filter(pk=deed.clock.pk)
        if deed.opened is not None and deed.opened.track == "review":
            return clocks.filter(delivery__party=deed.opened.party)
        if deed.move.act == "withdraw":
            return clocks
        return clocks.filter(Q(assignment=deed.bearer) | Q(delivery__isnull=False))


def find(pk: uuid.UUID) -> Matter:
    """A matter by id, for acts and readers that work on nobody's behalf."""
    return Matter.system.get(pk=pk)
