"""An error that nobody foresaw is told on standard error, without a word of what people wrote."""

import io
import logging

import pytest

from huiyin.config.logs import LOGGING, Discreet


@pytest.fixture
def told() -> io.StringIO:
    """What a logger of Django's said, set out as the programs set it out."""
    stream, logger = io.StringIO(), logging.getLogger("tests.discreet")
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet())
    logger.addHandler(handler)
    logger.propagate = False
    try:
        raise ValueError("何大山 13800000002")
    except ValueError:
        logger.exception("Internal Server Error: %s", "/file/check/")
    logger.removeHandler(handler)
    return stream


def test_it_says_where_and_what_kind_and_quotes_nobody(told):
    said = told.getvalue()
    assert "Internal Server Error: /file/check/" in said
    assert "test_logs.py" in said
    assert "builtins.ValueError" in said
    assert "何大山" not in said.replace('raise ValueError("何大山 13800000002")', "")


def test_no_program_writes_out_what_a_page_was_given(settings):
    assert settings.LOGGING is LOGGING
    assert logging.getLogger("django.template").getEffectiveLevel() >= logging.INFO
    assert logging.getLogger("django.request").isEnabledFor(logging.ERROR)
    assert logging.getLogger().handlers
