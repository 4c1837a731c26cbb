"""What the programs say on standard error: what went wrong and where, never what anybody wrote."""

import logging
import traceback
from types import TracebackType


class Discreet(logging.Formatter):
    """A stack and the kind of error, without the error's words: those may quote a petition or a row."""

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The lines of the stack, and the name of the error."""
        if ei[0] is None:
            return ""
        return "".join(traceback.format_tb(ei[2])) + f"{ei[0].__module__}.{ei[0].__qualname__}"


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": Discreet, "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},  # a page that was not found is no news
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # every scanner of the internet tries one
        "django.template": {"level": "WARNING"},  # below that it writes out everything a page was given
    },
}
