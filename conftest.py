"""The whole test run lives in a home and a key folder of its own, made before Django reads its settings.

pytest-xdist's workers inherit both from the process that starts them.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from huiyin.ledger.keys import Keyring

if "HUIYIN_TEST_ROOT" not in os.environ:
    os.environ["HUIYIN_TEST_ROOT"] = tempfile.mkdtemp(prefix="huiyin-test-")
    atexit.register(shutil.rmtree, os.environ["HUIYIN_TEST_ROOT"], ignore_errors=True)

_root = Path(os.environ["HUIYIN_TEST_ROOT"])
os.environ["HUIYIN_HOME"] = str(_root / "home")
os.environ["HUIYIN_KEYS"] = str(_root / "keys")
Keyring.open(_root / "keys", may_create=True)
