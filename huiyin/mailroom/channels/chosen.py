"""Which channel carries what, as the installation's settings say (HUIYIN_SMS, HUIYIN_SMTP_URL)."""

from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from huiyin.mailroom.channels.console import Console
from huiyin.mailroom.channels.envelope import Channel
from huiyin.mailroom.channels.smtp import Smtp
from huiyin.mailroom.channels.spool import Spool
from huiyin.mailroom.notice import Medium


def channel(medium: str) -> Channel:
    """The channel for short messages or for e-mail."""
    if medium == Medium.SMS:
        return _sms(settings.SMS, str(settings.MAIL_ROOT))
    return _email(settings.SMTP_URL)


@lru_cache(maxsize=4)
def _sms(name: str, folder: str) -> Channel:
    """`file`, `console`, or the dotted path of a provider's adapter."""
    if name == "file":
        return Spool.at(folder)
    made: Channel = Console("sms") if name == "console" else import_string(name)()
    return made


@lru_cache(maxsize=4)
def _email(url: str) -> Channel:
    return Console("email") if url in ("", "console") else Smtp(url)
