"""The models of this room."""

from huiyin.desk.jotting import Jotting

__all__ = ["Jotting"]
