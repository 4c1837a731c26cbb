"""Identifiers that sort by the time they were made (RFC 9562, version 7)."""

import secrets
import threading
import time
import uuid

_COUNTER_LIMIT = 1 << 12
_lock = threading.Lock()
_last = (0, 0)  # milliseconds, counter


def uuid7() -> uuid.UUID:
    """A new identifier, greater than every one this process made before, even if the clock steps back."""
    milliseconds, counter = _next_instant()
    value = milliseconds << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=value)


def _next_instant() -> tuple[int, int]:
    """Milliseconds since 1970 and a 12-bit counter within them (RFC 9562, 6.2, method 1)."""
    global _last
    with _lock:
        now = time.time_ns() // 1_000_000
        milliseconds, counter = _last
        if now > milliseconds:
            _last = (now, secrets.randbits(11))
        elif counter + 1 < _COUNTER_LIMIT:
            _last = (milliseconds, counter + 1)
        else:
            _last = (milliseconds + 1, 0)
        return _last
