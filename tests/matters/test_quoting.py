"""What a petitioner wrote is among what sealing takes out of the open half, whichever act took it down."""

import pytest

from huiyin.ledger.fields import EncryptedJSONField, EncryptedTextField
from huiyin.matters.act import kinds
from huiyin.matters.quoting import QUOTING
from huiyin.statute import rules

OF_THE_PERSON = {"correct_contact", "name_agent", "deliver"}
"""How a person is reached, who acts for them, how a paper was handed over: nothing of what is reported."""


def _writes(act: str) -> bool:
    row = kinds[act].row
    return any(
        isinstance(row._meta.get_field(name), EncryptedTextField | EncryptedJSONField) for name in row.asks
    )


def _petitioners_own() -> list[str]:
    moves = rules.load("cn-2022").moves
    return sorted({move.act for move in moves if "petitioner" in move.duties and _writes(move.act)})


@pytest.mark.parametrize("act", _petitioners_own())
def test_what_a_petitioner_writes_does_not_stay_in_the_open_half(act):
    assert act in OF_THE_PERSON or act in QUOTING
