"""Who reads the record: rooms subscribe by name when they are loaded, before any table is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """A subscriber by name; an outward one speaks to the world and is spared imports, replays and demonstrations."""

    name: str
    outward: bool


_readers: dict[str, Reader] = {}


def subscribe(name: str, *, outward: bool) -> None:
    """Add a reader for every entry from now on. Called once by a room's AppConfig."""
    _readers[name] = Reader(name, outward)


def told(*, outward: bool) -> list[Reader]:
    """The readers that hear of an entry: all of them, or those alone that do not speak to the world."""
    return [reader for reader in _readers.values() if outward or not reader.outward]
