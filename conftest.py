"""The whole test run lives in a home and a key folder of its own, made before Django reads its settings.

That is why the settings module is named here and not in pyproject.toml: pytest-django reads what is named
there before any conftest. The workers of pytest-xdist inherit the environment, and so the same home.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
from django.conf import settings

from huiyin.ledger.keys import Keyring

if "HUIYIN_TEST_ROOT" not in os.environ:
    if settings.configured:
        raise SystemExit(
            "Unset DJANGO_SETTINGS_MODULE: tests choose their own home before Django's settings load."
        )
    os.environ["HUIYIN_TEST_ROOT"] = tempfile.mkdtemp(prefix="huiyin-test-")
    atexit.register(shutil.rmtree, os.environ["HUIYIN_TEST_ROOT"], ignore_errors=True)
    root = Path(os.environ["HUIYIN_TEST_ROOT"])
    os.environ["HUIYIN_HOME"] = str(root / "home")
    os.environ["HUIYIN_KEYS"] = str(root / "keys")
    Keyring.open(root / "keys", may_create=True)

os.environ["DJANGO_SETTINGS_MODULE"] = "huiyin.config.settings"
django.setup()
