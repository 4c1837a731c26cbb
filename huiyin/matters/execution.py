"""Execution 落实: what was supported is done by its date, with evidence; the petitioner may say that it is not."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.organ import Organ


class Execution(models.Model):
    """One supported request to be carried out: by whom, until when, done on which day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="executions")
    request = models.OneToOneField("matters.Request", models.PROTECT, related_name="execution")
    organ = models.ForeignKey("people.Organ", models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.request_id} {self.due_on} {self.done_on or '…'}"


class ExecutionOrder(Act):
    """Execution begins: the supported requests get an organ and their dates."""

    asks = ("organ",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="execution_orders")
    organ = models.ForeignKey(
        "people.Organ", models.PROTECT, related_name="+", verbose_name=gettext_lazy("由哪个单位落实")
    )

    def told(self) -> dict[str, Any]:
        dates = self.matter.executions.filter(organ=self.organ, done_on=None).values_list("due_on", flat=True)
        return {"organ_name": self.organ.name, "due_after": str(max(dates, default=""))}


class ExecutionReport(Act):
    """One supported request was carried out, and what shows it."""

    asks = ("execution", "evidence")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="execution_reports")
    execution = models.ForeignKey(
        Execution, models.PROTECT, related_name="reports", verbose_name=gettext_lazy("哪一项")
    )
    evidence = EncryptedTextField(gettext_lazy("怎么落实的，凭据是什么"))


class Executable:
    """A supported opinion can be carried out."""

    @act("begin_execution", ExecutionOrder)
    def begin_execution(self: Any, deed: Deed, *, organ: Organ) -> ExecutionOrder:
        """Open one execution per supported request, due on the day that the opinion names."""
        supported = [answer for answer in self.signed_answers() if answer["opinion"] == "supported"]
        if not supported:
            raise NotAllowed(_("这份答复没有支持的诉求，不需要落实。"))
        Execution.objects.bulk_create(
            [
                Execution(
                    matter=self,
                    request_id=answer["request"],
                    organ=organ,
                    due_on=date.fromisoformat(answer["execute_by"]),
                )
                for answer in supported
            ],
            ignore_conflicts=True,
        )
        return ExecutionOrder(matter=self, organ=organ)

    @act("finish_execution", ExecutionReport)
    def finish_execution(self: Any, deed: Deed, *, execution: Execution, evidence: str) -> ExecutionReport:
        """Report one request carried out."""
        if not self.executions.filter(pk=execution.pk, done_on=None).update(done_on=deed.on):
            raise NotAllowed(_("这一项已经报过落实。"), field="execution")
        return ExecutionReport(matter=self, execution=execution, evidence=evidence)
