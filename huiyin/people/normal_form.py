"""Normal forms: the one shape under which differently typed names, document numbers and phones are equal.

They never refuse anything: what cannot be understood is compared as it was written.
"""

import unicodedata

from huiyin.people.name import one_dot
from huiyin.people.phone import PhoneWrong, normalise


def normal_name(raw: str) -> str:
    """NFC, no spaces, one kind of middle dot, capital letters; rare characters stay as they are."""
    return "".join(one_dot(unicodedata.normalize("NFC", raw)).split()).upper()


def normal_id(raw: str) -> str:
    """NFKC, no spaces or hyphens, capital letters."""
    narrow = unicodedata.normalize("NFKC", raw).upper()
    return "".join(character for character in narrow if character.isalnum())


def normal_phone(raw: str) -> str:
    """The number as `phone.normalise` gives it, or else its letters and digits."""
    try:
        return normalise(raw)
    except PhoneWrong:
        return normal_id(raw) or raw.strip()
