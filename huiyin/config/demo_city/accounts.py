"""Who can sign in to a demo home, and with what."""

from typing import Any

import pyotp
from django.utils import timezone

from huiyin.config import wrong_use
from huiyin.config.demo_city import secret
from huiyin.config.demo_city.keepsake import Keepsake
from huiyin.people.officer import Officer, normal_username
from huiyin.people.second_factor import STEP_SECONDS, TOLERATED_STEPS


def accounts() -> list[dict[str, Any]]:
    """Every officer with user name, name, posts of today, duties and first password."""
    seed = Keepsake.read().seed
    return [
        {
            "username": officer.username,
            "name": officer.name,
            "posts": [str(actor.post) for actor in officer.actors()],
            "duties": sorted(
                {duty for actor in officer.actors() for duty in actor.post.duties if actor.has(duty)}
            ),
            "password": secret.password(seed, officer.username),
        }
        for officer in Officer.objects.order_by("username")
    ]


def code(username: str) -> str:
    """The six digits that sign this officer in now; where the present ones are spent, the next, which count already."""
    Keepsake.read()
    officer = Officer.objects.filter(username=normal_username(username)).first()
    if officer is None or not officer.second_factor:
        raise wrong_use.WrongUse(f"Nobody signs in as {username!r}; `huiyin demo accounts` lists who does.")
    now = int(timezone.now().timestamp()) // STEP_SECONDS
    spent = officer.second_factor_last_step or 0
    step = min(max(now, spent + 1), now + TOLERATED_STEPS)
    return pyotp.TOTP(officer.second_factor).generate_otp(step)
