"""An officer signed in without the two steps, for tests that are about something else."""

from django.core import signing
from django.test import Client

from huiyin.desk import session
from huiyin.people.officer import Officer


def signed_in(officer: Officer) -> Client:
    """A browser in which this officer is at work."""
    client = Client()
    client.force_login(officer)
    stamp = signing.get_cookie_signer(salt=session.COOKIE + session.SALT)
    client.cookies[session.COOKIE] = stamp.sign(str(officer.pk))
    return client
