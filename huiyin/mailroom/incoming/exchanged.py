"""One row that another system sent: its codes in our words, its exchange date kept apart, and received by us today."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from huiyin.mailroom.exchange.mapping import Mapping as Exchange
from huiyin.mailroom.exchange.mapping import source_of
from huiyin.mailroom.incoming.instant import HERE, instant
from huiyin.mailroom.incoming.row import CHANNELS, Reading
from huiyin.mailroom.incoming.table import IncomingRow
from huiyin.matters.filing import Channel
from huiyin.matters.triage import Triage

MOST_PEOPLE = 32_767
PURPOSES = {str(label): str(value) for value, label in Triage._meta.get_field("purpose").choices}  # type: ignore[union-attr,misc]


def reading_of(
    row: IncomingRow, named: Mapping[str, str], now: datetime, source: str, by: Exchange | None
) -> Reading:
    """The reading of a row: by a mapping where one is given."""
    return ExchangedReading(row, named, now, source, by) if by else Reading(row, named, now, source)


class ExchangedReading(Reading):
    """Reads a row by a mapping."""

    def __init__(
        self, row: IncomingRow, named: Mapping[str, str], now: datetime, source: str, by: Exchange
    ) -> None:
        super().__init__(row, named, now, source_of(by, source))
        self.by = by

    def is_agreed(self) -> bool:
        return not self.by.asks_consent or self.by.ours("consent", self.text("consent")) is True

    def received(self) -> datetime | None:
        if self.by.own_receipt:
            return self.now
        return super().received()

    def read_instant(self, text: str) -> datetime | None:
        for form in self.by.dates:
            try:
                return datetime.strptime(text, form).replace(tzinfo=HERE)
            except ValueError:
                continue
        return instant(text)

    def channel(self) -> str:
        said = self.text("channel")
        known = self.by.ours("channel", said) or CHANNELS.get(said)
        if said and known is None:
            words = "、".join([*self.by.codes.get("channel", {}), *map(str, Channel.labels)])
            self.fault("channel", _("没有这种来件方式，可以写：%(known)s。") % {"known": words})
        return str(known or self.by.channel)

    def more(self) -> dict[str, Any]:
        told = {"purpose": self._purpose(), "topic": self._topic()}
        exchanged = self.instant("exchanged") if "exchanged" in self.named else None
        return {
            "people_count": self._people_count(),
            "hide_identity": self.by.ours("hidden", self.text("hidden")) is True,
            "exchanged_on": exchanged.astimezone(HERE).date() if exchanged else None,
            "told_by_source": {name: said for name, said in told.items() if said} or None,
        }

    def incoming(self) -> Any:
        if self.by.own_receipt and not self.text("id"):
            self.fault("id", _("对方的编号是空的，请补上。"))
        self.more()
        return super().incoming()

    def _people_count(self) -> int:
        said = self.text("people")
        if said and not (said.isascii() and said.isdecimal() and 1 <= int(said) <= MOST_PEOPLE):
            self.fault("people", _("人数请写成 1 到 32767 的整数。"))
            return 1
        return int(said or 1)

    def _purpose(self) -> str:
        """Ours by code or by name; a word that nobody knows is a fault, for it would be lost."""
        said = self.text("purpose")
        code = (
            self.by.ours("purpose", said) or PURPOSES.get(said) or (said if said in PURPOSES.values() else "")
        )
        if said and not code:
            self.fault(
                "purpose",
                _("没有这种信访目的，请在对照文件里补上，或改成：%(known)s。")
                % {"known": "、".join(PURPOSES)},
            )
        return str(code)

    def _topic(self) -> str:
        """Ours where the mapping knows it; else as it came, for it is only told to who triages."""
        said = self.text("topic")
        first, slash, rest = said.partition("/")
        return f"{self.by.ours('topic', first) or first}{slash}{rest}"
