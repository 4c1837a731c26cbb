"""The tables of the ledger, listed."""

from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.ledger.pending import Pending

__all__ = ["Entry", "Payload", "Pending"]
