"""What an entry commits to: a salt and exact bytes, encrypted, erasable without breaking the chain."""

import hashlib
import secrets
import uuid

from django.db import models

from huiyin.ledger.cipher import open_sealed, seal

SALT_BYTES = 32


class Payload(models.Model):
    """One section of one entry: ciphertext of salt ‖ bytes. Deleting the row erases the content and only that."""

    entry = models.ForeignKey("ledger.Entry", models.PROTECT, related_name="payloads")
    section = models.CharField(max_length=64)
    ciphertext = models.BinaryField()

    commitment = ""  # set by sealing(); stored on the entry

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "section"], name="one_payload_per_section")]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.section}"

    @classmethod
    def sealing(cls, stream: uuid.UUID, number: int, section: str, content: bytes) -> "Payload":
        """An unsaved payload over `content`, with its commitment computed over a fresh 32-byte salt."""
        salted = secrets.token_bytes(SALT_BYTES) + content
        payload = cls(section=section, ciphertext=seal(salted, aad=_place(stream, number, section)))
        payload.commitment = hashlib.sha256(salted).hexdigest()
        return payload

    def salted(self) -> bytes:
        """Salt ‖ bytes as they were committed to. Raises WrongSeal where the ciphertext was touched."""
        place = _place(self.entry.stream, self.entry.number, self.section)
        return open_sealed(bytes(self.ciphertext), aad=place)

    def content(self) -> bytes:
        """The bytes alone."""
        return self.salted()[SALT_BYTES:]


def _place(stream: uuid.UUID, number: int, section: str) -> str:
    return f"ledger.payload:{stream}:{number}:{section}"
