"""Files registered as batches, for tests."""

import hashlib
from typing import Any

from django.utils import timezone

from huiyin.mailroom.incoming import petitions, sheet
from huiyin.matters.batch import Batch
from huiyin.people.actor import Actor
from tests.village import Village

NAMED = {"id": "编号", "title": "标题", "body": "内容", "received": "时间", "person": "用户"}
HEAD = "编号,标题,内容,时间,用户\n"
LAMP = "1,路灯不亮,村口路灯三个月不亮。,2026-02-14 20:00,陈桂花\n"
DITCH = "2,水渠堵了,水渠堵了没人修。,2026-03-01 08:30,何大山\n"


def planned(content: str = HEAD + LAMP + DITCH, source: str = "") -> petitions.Plan:
    """What importing these lines would do."""
    table = sheet.read(content.encode(), "来件.csv", NAMED)
    return petitions.plan(table, NAMED, now=timezone.now(), source=source)


def begun(village: Village, content: str = HEAD + LAMP + DITCH, rows: int = 2, by: Any = None) -> Batch:
    """The batch of these lines, nothing of it registered."""
    told = {"source": "", "file_name": "来件.csv", "purpose": "旧台账", "rows": rows, "not_agreed": 0}
    digest = hashlib.sha256(content.encode()).hexdigest()
    actor = by or village.actor(village.registrar)
    return Batch.begun(actor, village.city_office, at=timezone.now(), file_hash=digest, **told)


def registered(village: Village, content: Any, made: petitions.Plan) -> int:
    """Register a plan as the command does; returns how many."""
    by = Actor.system(channel="import")
    batch = begun(village, str(content), len(made.new), by=by)
    return petitions.register_all(made, batch, by)


def imported(village: Village, content: str = HEAD + LAMP + DITCH) -> Batch:
    """These lines registered by the registrar, as one batch."""
    made = planned(content)
    batch = begun(village, content, len(made.new))
    petitions.register_all(made, batch, village.actor(village.registrar))
    return batch
