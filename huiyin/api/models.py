"""The tables of the API, listed."""

from huiyin.api.answered import Answered
from huiyin.api.token import Token

__all__ = ["Answered", "Token"]
