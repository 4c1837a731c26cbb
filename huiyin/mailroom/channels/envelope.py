"""What a channel is given, and what it may answer. A provider's adapter is one class with `send`."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Envelope:
    """One message. A channel that is given the same reference twice delivers once. Its repr shows no person."""

    reference: str
    address: str = field(repr=False)
    subject: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Sent:
    """The provider has it."""


@dataclass(frozen=True)
class Temporary:
    """Not now; `why` names no person."""

    why: str


@dataclass(frozen=True)
class Permanent:
    """Never to this address; `why` names no person."""

    why: str


Outcome = Sent | Temporary | Permanent


class Channel(Protocol):
    """A way out."""

    def send(self, envelope: Envelope) -> Outcome:
        """Hand a message over, at least once and with its reference."""
        ...
