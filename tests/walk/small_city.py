"""Run inside an installation: found the village there, and give everybody a password and a second factor.

Prints {username: TOTP secret} as JSON.
"""

import json

import pyotp

from huiyin.config import start

start.ready()

from huiyin.people.officer import Officer  # noqa: E402
from tests.village import village  # noqa: E402
from tests.walk.place import PASSWORD  # noqa: E402


def main() -> None:
    """Found, furnish, print."""
    village()
    secrets = {}
    for officer in Officer.objects.all():
        secrets[officer.username] = officer.second_factor = pyotp.random_base32()
        officer.must_change_password = False
        officer.set_password(PASSWORD)
        officer.save()
    print(json.dumps(secrets))


if __name__ == "__main__":
    main()
