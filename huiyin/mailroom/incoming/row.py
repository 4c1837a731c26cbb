"""One row of a sheet as a filing, or what is wrong with it, cell by cell."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from huiyin.mailroom.incoming import personal
from huiyin.mailroom.incoming.instant import HERE, instant
from huiyin.mailroom.incoming.table import IncomingRow
from huiyin.mailroom.incoming.told import Bad, Plainer
from huiyin.matters.filing import Channel, Filing, Person
from huiyin.people import id_number

NAMESPACE = uuid.UUID("0f0c2a52-3c55-5d4e-8d0a-5f1c7f7b9a31")
EARLIEST = datetime(1949, 10, 1, tzinfo=HERE)
TITLE_LENGTH = 30
LONGEST_ID = 64
PLAINER = {
    "id": personal.undressed,
    "received": personal.undressed,
    "person": personal.plain_name,
    "phone": personal.plain_number,
    "id_number": personal.plain_number,
}
CHANNELS = {str(label): value for value, label in Channel.choices} | {
    value: value for value in Channel.values
}


@dataclass(frozen=True)
class Incoming:
    """A sound row: its number, what is to be filed, when it was received, and its own id if it has one."""

    row: int
    filing: Filing
    at: datetime
    id: str


class Reading:
    """Reads one row by field names and gathers what is wrong."""

    def __init__(self, row: IncomingRow, named: Mapping[str, str], now: datetime, source: str) -> None:
        self.row, self.named, self.now, self.source = row, named, now, source
        self.bad: list[Bad] = list(row.bad)
        self.plainer: list[Plainer] = []
        self.said = {field: self._plain(field) for field in named}

    def incoming(self) -> Incoming | None:
        """The row as a filing, or None where a cell is wrong."""
        for field in self.named:
            self._look_at(field)
        body, at = self.text("body"), self.received()
        if not body:
            self.fault("body", _("内容是空的，请补上，或删掉这一行。"))
        title = self.text("title") or body.partition("\n")[0][:TITLE_LENGTH]
        channel = self.channel()
        self._check_person()
        if self.bad or at is None:
            return None
        filing = Filing(
            title=title,
            text=body,
            channel=channel,
            people=self._people(),
            place_text=self.text("place"),
            key=self._key(title, body, at),
            source=self.source,
            source_number=self.text("id"),
        )
        return Incoming(self.row.number, replace(filing, **self.more()), at, self.text("id"))

    def is_agreed(self) -> bool:
        """Whether this may become a petition at all; asked before any cell is looked at."""
        return True

    def more(self) -> dict[str, Any]:
        """What else a filing holds where the row comes from another system."""
        return {}

    def text(self, field: str) -> str:
        """What the field's cell says, perhaps nothing."""
        return self.said.get(field, "")

    def fault(self, field: str, cure: str) -> None:
        """Note what is wrong with a field's cell; the first fault is the one to mend."""
        if self._is_sound(field):
            self.bad.append(Bad(self.row.number, self.named.get(field, field), cure))

    def _is_sound(self, field: str) -> bool:
        return all(bad.column != self.named.get(field, field) for bad in self.bad)

    def _plain(self, field: str) -> str:
        """The cell in its plainest form; that it had another is told."""
        written = self.row.cells.get(self.named[field], "")
        return self._told(field, PLAINER[field](written), written) if field in PLAINER else written

    def _told(self, field: str, plain: str, written: str) -> str:
        if plain != written:
            self.plainer.append(Plainer(self.row.number, self.named[field]))
        return plain

    def _look_at(self, field: str) -> None:
        text = self.text(field)
        if "\0" in text:
            self.fault(field, _("这一格里有看不见的空字符（NUL），请在原表里重新输入这一格。"))
        if field in PLAINER and any(map(personal.is_invisible, text)):
            self.fault(field, _("这一格里有看不见的字符，请在原表里重新输入这一格。"))
        if field == "id" and len(text) > LONGEST_ID:
            self.fault(field, _("编号最长 64 个字符，请对照检查。"))
        if field in ("id", "phone", "id_number") and personal.LOST_DIGITS.fullmatch(text):
            self.fault(
                field,
                _("表格软件把号码变成了“3.40E+17”这样的数，后几位已经丢了；请把这一列设为文本后重新填写。"),
            )

    def received(self) -> datetime | None:
        """When it was received; None where the cell does not say."""
        return self.instant("received")

    def instant(self, field: str) -> datetime | None:
        """The moment that a cell tells; what is no such moment is a fault."""
        text = self.text(field)
        at = self.read_instant(text) if text else None
        if text.replace(".", "", 1).isdecimal() and at is None:
            self.fault(field, _("这是表格软件里日期的序号，换一种起算年份就差四年；请写成 2026-11-23 这样。"))
        elif at is None:
            self.fault(field, _("看不出是哪一天，请写成 2026-11-23 10:46 这样。"))
        elif at > self.now:
            self.fault(field, _("这个时间在今天之后，请改成实际的时间。"))
        elif at < EARLIEST:
            self.fault(field, _("这个时间太早了，请对照原件检查年份。"))
        return at

    def read_instant(self, text: str) -> datetime | None:
        """A moment however it is written."""
        return instant(text)

    def channel(self) -> str:
        """How it arrived."""
        said = self.text("channel")
        if said and said not in CHANNELS:
            known = "、".join(str(label) for _value, label in Channel.choices)
            self.fault("channel", _("没有这种来件方式，可以写：%(known)s。") % {"known": known})
        return CHANNELS.get(said, Channel.WEB)

    def _check_person(self) -> None:
        if cure := personal.wrong_name(self.text("person")):
            self.fault("person", cure)
        if cure := personal.wrong_phone(self.text("phone")):
            self.fault("phone", cure)
        if self.text("id_number") and self._is_sound("id_number"):
            self._check_id_number(self.text("id_number"))

    def _check_id_number(self, written: str) -> None:
        """The number of the document in its one form; the check digit is the witness that it is the same number."""
        try:
            number = id_number.check(written)
        except id_number.IdNumberWrong as wrong:
            self.fault("id_number", str(wrong))
            return
        self.said["id_number"] = self._told("id_number", number, written)
        if cure := personal.wrong_id_number(number):
            self.fault("id_number", cure)

    def _people(self) -> tuple[Person, ...]:
        told = {"name": "person"} | {name: name for name in ("phone", "address", "id_number")}
        person = {name: self.text(field) for name, field in told.items()}
        return (Person(**person),) if any(person.values()) else ()

    def _key(self, title: str, body: str, at: datetime) -> uuid.UUID:
        """The same row of the same source always gets the same key: by its own id, else by all that it says."""
        if self.text("id"):
            return uuid.uuid5(NAMESPACE, f"id\0{self.source}\0{self.text('id')}")
        said = (at.isoformat(), self.text("person"), title, body)
        return uuid.uuid5(NAMESPACE, "said\0" + "\0".join(said))
