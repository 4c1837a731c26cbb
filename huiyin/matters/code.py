"""Receipt codes 查询码: random digits with a check digit, kept only as an HMAC with a key outside the database.

16 digits beside a petition number; 20 for an accusation, which has no number (TRUST §4: 49.8 and 63.1 bits).
"""

import hashlib
import hmac
import secrets

from django.conf import settings

ORDINARY, ACCUSATION = 16, 20

# Damm's quasigroup of order 10: finds every single wrong digit and every swap of neighbours.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def fresh(length: int = ORDINARY) -> str:
    """A new code of `length` digits, the last of which checks the others."""
    body = "".join(secrets.choice("0123456789") for _ in range(length - 1))
    return body + str(_damm(body))


def well_formed(code: str) -> bool:
    """Right length and a check digit that fits; a mistyped code fails here and costs no look-up."""
    return code.isdecimal() and code.isascii() and len(code) in (ORDINARY, ACCUSATION) and _damm(code) == 0


def sealed(code: str, key_id: str | None = None) -> str:
    """The code as it is kept: key id and HMAC-SHA256 in hex."""
    key_id, key = (
        settings.KEYRING.current("code") if key_id is None else (key_id, settings.KEYRING.key("code", key_id))
    )
    return f"{key_id}:{hmac.new(key, code.encode(), hashlib.sha256).hexdigest()}"


def grouped(code: str) -> str:
    """Four digits a group, as printed and read aloud."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def _damm(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return interim
