"""Who does an act: a post through an officer, a petitioner, or the system itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from django.utils.translation import gettext as _

from huiyin.people.duty import DECIDING

if TYPE_CHECKING:
    from huiyin.people.officer import Officer
    from huiyin.people.organ import Organ
    from huiyin.people.post import Post

Capacity = Literal["holder", "acting", "assistant", "petitioner", "system"]
Channel = Literal["web", "counter", "api", "import", "replay", "demo", "worker", "phone", "letter"]


@dataclass(frozen=True)
class Actor:
    """The author of an act; `channel` says through which door it came."""

    post: Post | None
    officer: Officer | None
    capacity: Capacity
    channel: Channel = "web"

    @classmethod
    def petitioner(cls, channel: Channel = "web") -> Actor:
        """The person whose matter it is; who that is, the matter knows."""
        return cls(None, None, "petitioner", channel)

    @classmethod
    def system(cls, channel: Channel = "worker") -> Actor:
        """Huiyin itself: lapses and other facts that nobody decides."""
        return cls(None, None, "system", channel)

    @property
    def organ(self) -> Organ | None:
        """The organ the act is done for."""
        return self.post.organ if self.post else None

    @property
    def may_approve(self) -> bool:
        """Whether this actor decides at all; an assistant only prepares."""
        return self.capacity in ("holder", "acting")

    def has(self, duty: str) -> bool:
        """Whether the post carries this duty and this capacity reaches it."""
        if not self.post or duty not in self.post.duties:
            return False
        return self.may_approve or duty not in DECIDING

    def __str__(self) -> str:
        if self.capacity == "petitioner":
            return _("信访人")
        if self.capacity == "system" or not self.post or not self.officer:
            return _("系统")
        named = {"acting": _("（代理）"), "assistant": _("（协助）")}.get(self.capacity, "")
        return f"{self.post} {self.officer.name}{named}"
