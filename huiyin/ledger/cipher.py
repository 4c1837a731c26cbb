"""Sealing and blind indexes: bytes nobody can read without the keyring, and marks that find them again.

A token is version (1 byte) ‖ key id (2 bytes, big endian) ‖ nonce (12 bytes) ‖ AES-256-GCM ciphertext with
its 16-byte tag. The header is authenticated together with `aad`, the name of the place the token belongs to,
so a token moved to another place does not open. Nonces are random: rotate before 2^32 tokens under one key
(NIST SP 800-38D, 8.3).
"""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from huiyin.ledger.keys import Keyring

VERSION = 1
NONCE_BYTES = 12
HEADER_BYTES = 3


class WrongSeal(ValueError):
    """The token is damaged, belongs elsewhere, or was sealed with a key this keyring does not hold."""


def seal(plain: bytes, *, aad: str) -> bytes:
    """Encrypt `plain` for the place named by `aad`."""
    number, key = _ring().current("cipher")
    header = bytes([VERSION]) + number.to_bytes(2, "big")
    nonce = os.urandom(NONCE_BYTES)
    return header + nonce + AESGCM(key).encrypt(nonce, plain, header + aad.encode())


def open_sealed(token: bytes, *, aad: str) -> bytes:
    """Decrypt a token made by `seal` with the same `aad`; raises WrongSeal."""
    header, nonce = token[:HEADER_BYTES], token[HEADER_BYTES : HEADER_BYTES + NONCE_BYTES]
    try:
        key = _ring().key("cipher", key_id(token))
        return AESGCM(key).decrypt(nonce, token[HEADER_BYTES + NONCE_BYTES :], header + aad.encode())
    except KeyError as error:
        raise WrongSeal(f"cipher key {error} is not in the keyring") from error
    except (InvalidTag, ValueError) as error:
        raise WrongSeal(f"a sealed value of {aad} does not open") from error


def key_id(token: bytes) -> int:
    """The id of the cipher key a token was sealed with; raises WrongSeal for another version."""
    if token[:1] != bytes([VERSION]):
        raise WrongSeal("a sealed value begins with an unknown version")
    return int.from_bytes(token[1:HEADER_BYTES], "big")


def blind_index(kind: str, normalised: str) -> str:
    """The mark `<key id>:<hex>` that finds an equal value of this kind, under the current index key."""
    number, key = _ring().current("index")
    return _mark(number, key, kind, normalised)


def blind_indexes(kind: str, normalised: str) -> list[str]:
    """The marks under every known index key, newest first: what a look-up asks for while keys rotate."""
    ring = _ring()
    return [_mark(number, ring.key("index", number), kind, normalised) for number in ring.ids("index")]


def _ring() -> Keyring:
    ring: Keyring = settings.KEYRING
    return ring


def _mark(number: int, key: bytes, kind: str, normalised: str) -> str:
    message = f"{kind}\0{normalised}".encode()
    return f"{number}:{hmac.new(key, message, hashlib.sha256).hexdigest()}"
