"""Files as other systems hand them in, for tests: numbers, names and telephones are invented."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from huiyin.mailroom.exchange.mapping import Mapping, available
from huiyin.mailroom.incoming import guess, petitions, sheet
from huiyin.matters.batch import Batch
from tests.village import Village

HEAD = "信访件编号,交换日期,概况信息,投诉内容,姓名,联系电话,信访形式,信访目的,内容分类\n"
FIRST = "SJ20260001,20260105,耕地被占,村里占了我家两亩地没有给钱。,何大山,13800000002,200,求决,国土资源/土地征收\n"
SECOND = "SJ20260002,2026-01-06,工资没发,去年的工资一直没有发。,陈桂花,,100,申诉,劳动和社会保障\n"
TICKETS = (
    "工单编号,派单时间,工单标题,诉求内容,诉求人,来电号码,工单类型,是否同意转信访\n"
    "RX001,2026-01-05 10:00,路灯不亮,村口路灯三个月不亮。,陈桂花,13800000003,求助,是\n"
    "RX002,2026-01-05 11:00,水费高,水费突然高了一倍。,何大山,13800000002,投诉,否\n"
    "RX003,2026-01-05 12:00,噪音大,夜里施工。,廖秀英,13800000001,投诉,\n"
)


def planned(content: str = HEAD + FIRST + SECOND, by: str = "superior", now: datetime | None = None) -> Any:
    """What registering a file of another system would do."""
    mapping: Mapping = available()[by]
    data = content.encode()
    found = guess.required(data, "下发.csv", mapping)
    table = sheet.read(data, "下发.csv", found.named)
    return petitions.plan(table, found.named, now=now or timezone.now(), by=mapping)


def handed_in(village: Village, content: str = HEAD + FIRST + SECOND, by: str = "superior") -> Batch:
    """The file registered by the registrar."""
    made, actor = planned(content, by), village.actor(village.registrar)
    told = {
        "source": by,
        "file_name": "下发.csv",
        "purpose": "上级转来",
        "file_hash": f"{hash(content):064x}"[-64:],
    }
    batch = Batch.begun(
        actor,
        village.city_office,
        at=timezone.now(),
        rows=len(made.new),
        not_agreed=len(made.not_agreed),
        **told,
    )
    petitions.register_all(made, batch, actor)
    return batch
