"""The tables of the room."""

from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.petitioner import Petitioner
from huiyin.people.post import Post
from huiyin.people.recovery import SecondFactorRecovery
from huiyin.people.region import Region
from huiyin.people.sign_in import SignInAttempt
from huiyin.people.succession import Succession

__all__ = [
    "Holding",
    "Officer",
    "Organ",
    "Petitioner",
    "Post",
    "Region",
    "SecondFactorRecovery",
    "SignInAttempt",
    "Succession",
]
