"""The tables behind the public's pages."""

from huiyin.portal.draft import Draft
from huiyin.portal.leaf import Leaf
from huiyin.portal.tries import Tries

__all__ = ["Draft", "Leaf", "Tries"]
