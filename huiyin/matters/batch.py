"""A batch 导入批次: what came in by one file. It is undone as a whole or not at all, and both are on record."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from huiyin.ledger import entry
from huiyin.ledger.entry import canonical
from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.governing import NATIONAL
from huiyin.people.actor import Actor
from huiyin.people.duty import Duty
from huiyin.people.organ import Organ
from huiyin.statute import rules as statute

FEWEST_CHARACTERS = 4  # of a reason or a purpose


class BatchQuerySet(models.QuerySet["Batch"]):
    """Answers about batches."""

    def of(self, organ: Organ) -> "BatchQuerySet":
        """Those of an organ, the latest first."""
        return self.filter(organ=organ).select_related("organ", "officer", "undone_by").order_by("-pk")

    def half_undone(self) -> "BatchQuerySet":
        """Those whose undoing was decided and has not come to its end."""
        return self.filter(undone_at__isnull=False, settled_at=None).order_by("undone_at")


class Batch(models.Model):
    """One file that was registered: who brought it, when, from whom, for what, and by which SHA-256 it is known."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+")
    post = models.ForeignKey("people.Post", models.PROTECT, null=True, related_name="+")
    officer = models.ForeignKey("people.Officer", models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField()
    source = models.CharField(max_length=64, blank=True)
    file_name = EncryptedTextField(blank=True)
    file_hash = models.CharField(max_length=64)
    purpose = EncryptedTextField(blank=True)
    rows = models.PositiveIntegerField()
    not_agreed = models.PositiveIntegerField(
        default=0
    )  # tickets of citizens who did not agree: only their number
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("people.Officer", models.PROTECT, null=True, related_name="+")
    undone_by_post = models.ForeignKey("people.Post", models.PROTECT, null=True, related_name="+")
    undone_as = models.CharField(max_length=12, blank=True)
    reason = EncryptedTextField(blank=True)
    settled_at = models.DateTimeField(null=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "source", "file_hash"],
                condition=Q(finished_at=None, undone_at=None),
                name="one_unfinished_batch_per_file",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None) | Q(undone_at__isnull=False),
                name="only_what_is_undone_is_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source or '—'} {self.begun_at:%Y-%m-%d %H:%M}"

    @classmethod
    def begun(cls, by: Actor, organ: Organ, *, at: datetime, **told: Any) -> "Batch":
        """The batch of a file, newly begun; or the one that this file began before and did not finish.

        `told` holds source, file_name, file_hash, purpose, rows and not_agreed.
        """
        try:
            with transaction.atomic():
                batch = cls.objects.create(organ=organ, post=by.post, officer=by.officer, begun_at=at, **told)
                sealed = {
                    name: told[name] for name in ("source", "file_hash", "purpose", "rows", "not_agreed")
                }
                batch._record("import", by, at, sealed)
                return batch
        except IntegrityError:
            known = {"source": told["source"], "file_hash": told["file_hash"]}
            return cls.objects.get(organ=organ, finished_at=None, undone_at=None, **known)

    def hold(self) -> None:
        """Keep the batch from being undone until the transaction ends. Raises Overtaken where it already is."""
        if not Batch.objects.filter(pk=self.pk, undone_at=None).update(undone_at=None):
            raise Overtaken(_("这一批刚才被撤销了，没有再登记。"))

    def finish(self, at: datetime) -> None:
        """Every row is registered."""
        Batch.objects.filter(pk=self.pk, finished_at=None).update(finished_at=at)

    def begin_undoing(self, by: Actor, *, reason: str, at: datetime) -> None:
        """Decide, with a reason, that all of it is taken back; said again, it changes nothing. Raises NotAllowed."""
        if by.capacity != "system" and not (by.organ == self.organ and by.has(Duty.REGISTER)):
            raise NotAllowed(_("撤销要由导入这一批的单位、有“登记”职责的岗位来办。"))
        if len(reason.strip()) < FEWEST_CHARACTERS:
            raise NotAllowed(_("请写明为什么撤销这一批。"), field="reason")
        told = {"undone_at": at, "undone_by": by.officer, "undone_by_post": by.post, "undone_as": by.capacity}
        told["reason"] = reason.strip()
        with transaction.atomic():
            if Batch.objects.filter(pk=self.pk, undone_at=None).update(**told):
                self._record("undo_import", by, at, {"reason": reason.strip()})
        self.refresh_from_db()

    def settle(self, at: datetime) -> None:
        """The undoing has come to its end."""
        Batch.objects.filter(pk=self.pk, undone_at__isnull=False, settled_at=None).update(settled_at=at)

    @property
    def is_being_undone(self) -> bool:
        """Its undoing is decided and has not come to its end."""
        return self.undone_at is not None and self.settled_at is None

    @property
    def undoer(self) -> Actor:
        """Who decided to undo it."""
        return Actor(self.undone_by_post, self.undone_by, self.undone_as, "import")  # type: ignore[arg-type]

    def _record(self, kind: str, by: Actor, at: datetime, told: dict[str, Any]) -> None:
        law = statute.load(NATIONAL)
        entry.append_next(
            stream=self.pk,
            kind=kind,
            sections={kind: canonical(told)},
            occurred_at=at,
            rules=(law.id, law.digest),
            post=by.post.pk if by.post else None,
            officer=by.officer.pk if by.officer else None,
            outward=False,
        )
