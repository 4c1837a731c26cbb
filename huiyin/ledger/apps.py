"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The sealed record."""

    name = "huiyin.ledger"
    label = "ledger"
