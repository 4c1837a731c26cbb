"""What an officer of the demo city signs in with: password and second factor, both made from the seed."""

import base64
import hashlib
import hmac

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from huiyin.people.officer import CLEAR_CHARACTERS

GROUPS, IN_A_GROUP = 4, 4
FACTOR_BYTES = 20
ITERATIONS = 1_000  # a password of 79 bits needs no stretching; signing in stores it with the usual number


def password(seed: int, username: str) -> str:
    """Sixteen clear characters in four groups."""
    digest = _drawn(seed, "password", username)
    letters = [CLEAR_CHARACTERS[byte % len(CLEAR_CHARACTERS)] for byte in digest[: GROUPS * IN_A_GROUP]]
    groups = ("".join(letters[start : start + IN_A_GROUP]) for start in range(0, len(letters), IN_A_GROUP))
    return "-".join(groups)


def hashed(seed: int, username: str) -> str:
    """The password as the table of officers keeps it."""
    salt = _drawn(seed, "salt", username).hex()[:22]
    return PBKDF2PasswordHasher().encode(password(seed, username), salt, iterations=ITERATIONS)


def second_factor(seed: int, username: str) -> str:
    """The secret of the officer's phone, as base32."""
    return base64.b32encode(_drawn(seed, "second factor", username)[:FACTOR_BYTES]).decode()


def _drawn(seed: int, purpose: str, username: str) -> bytes:
    return hmac.new(str(seed).encode(), f"{purpose}\0{username}".encode(), hashlib.sha256).digest()
