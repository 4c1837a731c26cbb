"""Importing petitions: everything is looked at before anything is registered, and a file is registered once."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from huiyin.mailroom.exchange.mapping import Mapping as Exchange
from huiyin.mailroom.incoming import personal
from huiyin.mailroom.incoming.exchanged import reading_of
from huiyin.mailroom.incoming.row import Incoming, Reading
from huiyin.mailroom.incoming.table import IncomingSheet
from huiyin.mailroom.incoming.told import Bad, LeftOut, Plainer
from huiyin.matters.batch import Batch
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from huiyin.matters.registration import register
from huiyin.people.actor import Actor

BATCH = 500
AT_ONCE = 50
Watch = Callable[[Iterator[Incoming]], Iterator[Incoming]]


@dataclass
class Plan:
    """What importing a sheet would do: its rows, those that are new or known, and all that is to be told of it."""

    rows: int = 0
    new: list[Incoming] = field(default_factory=list)
    already: int = 0
    bad: list[Bad] = field(default_factory=list)
    plainer: list[Plainer] = field(default_factory=list)
    not_agreed: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


def plan(
    sheet: IncomingSheet,
    named: Mapping[str, str],
    *,
    now: datetime,
    source: str = "",
    by: Exchange | None = None,
) -> Plan:
    """Read every row; nothing is written. `source` keeps the ids of different senders apart, `by` says what theirs mean.

    Of a row whose citizen did not agree only its line in the file is kept, so that it can be counted.
    """
    made = Plan(rows=len(sheet.rows), left_out=sheet.left_out, remarks=sheet.remarks)
    sound: dict[uuid.UUID, Incoming] = {}
    everything = [reading_of(row, named, now, source, by) for row in sheet.rows]
    readings = [reading for reading in everything if reading.is_agreed()]
    made.not_agreed = tuple(reading.row.number for reading in everything if not reading.is_agreed())
    _doubt_rounded(readings)
    for reading in readings:
        incoming = reading.incoming()
        made.bad += reading.bad
        made.plainer += dict.fromkeys(reading.plainer)
        if incoming is None:
            continue
        first = sound.setdefault(incoming.filing.key, incoming)
        if first is not incoming and incoming.id:
            cure = _("编号和第 %(row)d 行相同，请改编号，或删掉重复的一行。") % {"row": first.row}
            made.bad.append(Bad(incoming.row, named["id"], cure))
        elif first is not incoming:
            made.already += 1
    _leave_out_known(sound, made, named)
    made.new = sorted(sound.values(), key=lambda incoming: incoming.at)
    return made


def register_all(made: Plan, batch: Batch, by: Actor, *, each: Watch = iter) -> int:
    """Register what is new as one batch, as of the time it was received; returns how many.

    After a crash the same file again goes on where it was. `each` may watch the rows go by. Raises Overtaken where the
    batch is undone meanwhile.
    """
    count = register_some(each(iter(made.new)), batch, by)
    batch.finish(timezone.now())
    return count


def register_some(rows: Iterator[Incoming], batch: Batch, by: Actor) -> int:
    """Register these, a few at a time so that nobody waits long for the lock. Nobody outside is told: it is history."""
    actor = replace(by, channel="import")
    count = 0
    while group := list(islice(rows, AT_ONCE)):
        with transaction.atomic():
            batch.hold()
            for incoming in group:
                filing = replace(incoming.filing, batch=batch)
                register(filing, by=actor, organ=batch.organ, at=incoming.at)
        count += len(group)
    return count


def _doubt_rounded(readings: list[Reading]) -> None:
    """One rounded number in eleven passes its check, so the column is looked at as a whole."""
    if personal.are_rounded(reading.text("id_number") for reading in readings):
        for reading in readings:
            if personal.is_rounded(reading.text("id_number")):
                cure = _("这一列的身份证号像是被表格软件取过整，后几位不可信；请对照证件重新填写。")
                reading.fault("id_number", cure)


def _leave_out_known(sound: dict[uuid.UUID, Incoming], made: Plan, named: Mapping[str, str]) -> None:
    """Take out what is registered; the same id with other words is a fault, for nothing may get lost unseen."""
    keys = list(sound)
    for start in range(0, len(keys), BATCH):
        found = Petition.objects.filter(key__in=keys[start : start + BATCH]).select_related("matter")
        for petition in found:
            incoming = sound.pop(petition.key)
            if incoming.id and _says_otherwise(petition, incoming):
                cure = _(
                    "这个编号登记过，题目或内容不一样。先登记的不会改；确是另一件的，请换编号或说明来源。"
                )
                made.bad.append(Bad(incoming.row, named["id"], cure))
            else:
                made.already += 1


def _says_otherwise(petition: Petition, incoming: Incoming) -> bool:
    """Whether a known number comes with other words; of what was sealed, whole or in part, that is not told."""
    words = (incoming.filing.title, incoming.filing.text)
    if petition.matter.reports_wrongdoing or (petition.title, petition.text) == words:
        return False
    return not Matter.system.filter(sealed_from=petition.matter).exists()
