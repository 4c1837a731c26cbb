"""The tables of the mailroom, listed."""

from huiyin.mailroom.beat import Beat
from huiyin.mailroom.digest import Digest
from huiyin.mailroom.digest_line import DigestLine
from huiyin.mailroom.incoming.arrival import Arrival
from huiyin.mailroom.notice import Notice

__all__ = ["Arrival", "Beat", "Digest", "DigestLine", "Notice"]
