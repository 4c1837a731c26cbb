"""PDF files: opened just far enough to know that they are one and how many pages they have."""

import re
import zlib

PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
PACKED = re.compile(rb"/Type\s*/ObjStm.{0,400}?stream\r?\n", re.DOTALL)
MOST_UNPACKED = 50 * 1024 * 1024
MOST_PAGES = 10_000


def pages(content: bytes) -> int:
    """How many pages, at least 1 (an encrypted file does not say). Raises ValueError where it is no PDF."""
    if b"%PDF-" not in content[:1024] or b"%%EOF" not in content[-2048:]:
        raise ValueError("not a PDF")
    plain = len(PAGE.findall(content))
    return min(max(plain + _in_packed_objects(content), 1), MOST_PAGES)


def _in_packed_objects(content: bytes) -> int:
    """Pages named inside object streams (PDF 1.5), unpacked within a fixed allowance."""
    found, allowance = 0, MOST_UNPACKED
    for start in (match.end() for match in PACKED.finditer(content)):
        if allowance <= 0:
            break
        try:
            unpacked = zlib.decompressobj().decompress(content[start:], allowance)
        except zlib.error:
            continue
        allowance -= len(unpacked)
        found += len(PAGE.findall(unpacked))
    return found
