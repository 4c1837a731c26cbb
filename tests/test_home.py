"""The tests never touch a real home."""

import tempfile
from pathlib import Path

from huiyin.config import home


def test_the_home_and_the_keys_of_the_tests_are_temporary():
    assert Path(tempfile.gettempdir()) in home.HOME.parents
    assert Path(tempfile.gettempdir()) in home.KEYS.parents
