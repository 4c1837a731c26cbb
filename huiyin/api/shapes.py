"""The shapes of what is sent in: text that there is, days that can be counted, numbers and lists with an end."""

import re
import uuid
from datetime import date
from typing import Annotated, Any

from ninja import Header
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

FIRST_DAY, LAST_DAY = date(1949, 10, 1), date(2099, 12, 31)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LONG, LINE = 20_000, 200  # characters
LARGEST_SMALL = 32_767


class Sent(BaseModel):
    """A body: only the fields that are described."""

    model_config = ConfigDict(extra="forbid")


def text(longest: int, *, required: bool) -> Any:
    """Text of at most so many characters, without NUL; where it is required, not only blanks."""
    check = _something if required else _readable
    return Annotated[str, Field(min_length=int(required), max_length=longest), AfterValidator(check)]


def _readable(written: str) -> str:
    if "\0" in written:
        raise PydanticCustomError("nul", "text without NUL")
    return written


def _something(written: str) -> str:
    if not written.strip():
        raise PydanticCustomError("blank", "not only blanks")
    return _readable(written)


def as_day(text: str) -> date | None:
    """The day written as 2026-01-05, from 1949-10-01 to 2099-12-31; else none."""
    try:
        day = date.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


def _day(value: Any) -> date:
    day = as_day(value) if isinstance(value, str) else None
    if day is None:
        raise PydanticCustomError("day", "a day between 1949-10-01 and 2099-12-31, as 2026-01-05")
    return day


Words = text(LONG, required=True)
MaybeWords = text(LONG, required=False)
Line = text(LINE, required=True)
MaybeLine = text(LINE, required=False)
Day = Annotated[date, BeforeValidator(_day)]
Small = Annotated[int, Field(ge=0, le=LARGEST_SMALL, strict=True)]
Yes = Annotated[bool, Field(strict=True)]
Id = uuid.UUID
Version = Annotated[int, Field(ge=0, le=2**31 - 1, strict=True)]
Key = Annotated[str | None, Field(pattern=r"^[!-~]{1,200}$")]
NO_KEY: Any = Header(
    None, alias="Idempotency-Key", description="Up to 200 visible characters; a repeat does nothing twice."
)
