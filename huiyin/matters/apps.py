"""Matters as a Django app."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """The matter and every act done to it."""

    name = "huiyin.matters"
    label = "matters"
