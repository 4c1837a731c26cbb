"""印证码: the short form of a record entry's hash, to be compared by eye."""

import base64
import uuid

from huiyin.ledger.entry import Entry

BYTES = 10  # 80 bits: sixteen letters and digits


def of_entry(stream: uuid.UUID, number: int) -> str:
    """K7QX-M2D9-4HTR-P6WN for one entry of a stream."""
    sealed = Entry.objects.values_list("hash", flat=True).get(stream=stream, number=number)
    letters = base64.b32encode(bytes.fromhex(sealed)[:BYTES]).decode()
    return "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))
