"""One row of a sheet as a filing, or what is wrong with it, cell by cell."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from huiyin.mailroom.incoming.instant import HERE, instant
from huiyin.mailroom.incoming.sheet import Bad
from huiyin.matters.filing import Channel, Filing, Person
from huiyin.people import id_number
from huiyin.people.sheet import Row

NAMESPACE = uuid.UUID("0f0c2a52-3c55-5d4e-8d0a-5f1c7f7b9a31")
EARLIEST = datetime(1949, 10, 1, tzinfo=HERE)
TITLE_LENGTH = 30
LOST_DIGITS = re.compile(r"\d(\.\d+)?[Ee]\+\d+")
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

    def __init__(self, row: Row, named: Mapping[str, str], now: datetime, source: str) -> None:
        self.row, self.named, self.now, self.source = row, named, now, source
        self.bad: list[Bad] = []

    def incoming(self) -> Incoming | None:
        """The row as a filing, or None where a cell is wrong."""
        for field in self.named:
            self._look_at(field)
        body, at = self.text("body"), self._received()
        if not body:
            self.fault("body", _("内容是空的，请补上，或删掉这一行。"))
        title = self.text("title") or body.partition("\n")[0][:TITLE_LENGTH]
        channel = self._channel()
        self._check_id_number()
        if self.bad or at is None:
            return None
        filing = Filing(
            title=title,
            text=body,
            channel=channel,
            people=self._people(),
            place_text=self.text("place"),
            key=self._key(title, body, at),
        )
        return Incoming(self.row.number, filing, at, self.text("id"))

    def text(self, field: str) -> str:
        """What the field's cell says, perhaps nothing."""
        return self.row.cells.get(self.named.get(field, ""), "")

    def fault(self, field: str, cure: str) -> None:
        """Note what is wrong with a field's cell."""
        self.bad.append(Bad(self.row.number, self.named.get(field, field), cure))

    def _look_at(self, field: str) -> None:
        if "\0" in self.text(field):
            self.fault(field, _("这一格里有看不见的空字符（NUL），请在原表里重新输入这一格。"))
        if field in ("id", "phone", "id_number") and LOST_DIGITS.fullmatch(self.text(field)):
            self.fault(
                field,
                _("表格软件把号码变成了“3.40E+17”这样的数，后几位已经丢了；请把这一列设为文本后重新填写。"),
            )

    def _received(self) -> datetime | None:
        text = self.text("received")
        at = instant(text) if text else None
        if at is None:
            self.fault("received", _("看不出是哪一天，请写成 2026-11-23 10:46 这样。"))
        elif at > self.now:
            self.fault("received", _("收到的时间在今天之后，请改成实际收到的时间。"))
        elif at < EARLIEST:
            self.fault("received", _("收到的时间太早了，请对照原件检查年份。"))
        return at

    def _channel(self) -> str:
        said = self.text("channel")
        if said and said not in CHANNELS:
            known = "、".join(str(label) for _value, label in Channel.choices)
            self.fault("channel", _("没有这种来件方式，可以写：%(known)s。") % {"known": known})
        return CHANNELS.get(said, Channel.WEB)

    def _check_id_number(self) -> None:
        if self.text("id_number") and not self.bad:
            try:
                id_number.check(self.text("id_number"))
            except id_number.IdNumberWrong as wrong:
                self.fault("id_number", str(wrong))

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
