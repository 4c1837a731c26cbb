"""Channels of the tests: a spool of their own, or a provider that misbehaves."""

import pytest

from huiyin.mailroom.channels import chosen
from tests.mailroom import provider


@pytest.fixture(autouse=True)
def mail_root(settings, tmp_path):
    """A mail folder of its own for every test."""
    settings.MAIL_ROOT = tmp_path / "mail"
    return settings.MAIL_ROOT


@pytest.fixture
def phone(settings):
    """The provider of tests.mailroom.provider, at rest."""
    settings.SMS = "tests.mailroom.provider.Provider"
    provider.heard.clear()
    provider.behaviours.clear()
    chosen._sms.cache_clear()
    return provider
