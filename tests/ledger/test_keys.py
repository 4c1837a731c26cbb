"""The keyring is made once, kept private, and refuses to start on anything less."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from huiyin.ledger.keys import Keyring, KeysUnsafe


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


def test_a_new_home_gets_every_key(folder):
    Keyring.open(folder, may_create=True)
    assert {path.name for path in folder.iterdir()} == {
        "cipher-0001.key",
        "index-0001.key",
        "code-0001.key",
        "web.key",
    }


def test_the_folder_and_every_key_belong_to_their_owner_alone(folder):
    Keyring.open(folder, may_create=True)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert (stat.S_IMODE(folder.stat().st_mode), modes) == (0o700, {0o600})


def test_opening_again_gives_the_same_keys(folder):
    first = Keyring.open(folder, may_create=True)
    second = Keyring.open(folder, may_create=False)
    assert (first.current("cipher"), first.secret("web")) == (second.current("cipher"), second.secret("web"))


def test_a_missing_folder_beside_existing_data_stops_the_start(folder):
    with pytest.raises(KeysUnsafe, match="restore it from its backup"):
        Keyring.open(folder, may_create=False)


@pytest.mark.parametrize("name", ["cipher-0001.key", "index-0001.key", "code-0001.key", "web.key"])
def test_a_missing_key_beside_existing_data_stops_the_start(folder, name):
    Keyring.open(folder, may_create=True)
    (folder / name).unlink()
    with pytest.raises(KeysUnsafe, match=name):
        Keyring.open(folder, may_create=False)


def test_a_missing_older_key_is_noticed_too(folder):
    Keyring.open(folder, may_create=True).rotate("cipher")
    (folder / "cipher-0001.key").unlink()
    with pytest.raises(KeysUnsafe, match="cipher-0001.key"):
        Keyring.open(folder, may_create=False)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_open_to_others_stops_the_start_and_says_the_cure(folder, mode):
    Keyring.open(folder, may_create=True)
    (folder / "index-0001.key").chmod(mode)
    with pytest.raises(KeysUnsafe, match="chmod 600"):
        Keyring.open(folder, may_create=False)


def test_a_folder_open_to_others_stops_the_start_and_says_the_cure(folder):
    Keyring.open(folder, may_create=True)
    folder.chmod(0o750)
    with pytest.raises(KeysUnsafe, match="chmod 700"):
        Keyring.open(folder, may_create=True)


@pytest.mark.parametrize("content", ["", "zz" * 32, "ab" * 31, "\xff"])
def test_a_damaged_key_stops_the_start(folder, content):
    Keyring.open(folder, may_create=True)
    (folder / "cipher-0001.key").write_text(content)
    with pytest.raises(KeysUnsafe, match="damaged"):
        Keyring.open(folder, may_create=False)


def test_rotation_makes_a_new_current_key_and_keeps_the_old_one(folder):
    ring = Keyring.open(folder, may_create=True)
    _, old = ring.current("cipher")
    ring.rotate("cipher")
    assert (ring.current("cipher")[0], ring.key("cipher", 1), ring.ids("cipher")) == (2, old, [2, 1])


def test_a_running_process_reads_a_key_that_another_process_added(folder):
    running = Keyring.open(folder, may_create=True)
    other = Keyring.open(folder, may_create=False)
    number = other.rotate("cipher")
    assert running.key("cipher", number) == other.current("cipher")[1]


def test_processes_that_start_together_agree_on_one_key(folder):
    with ThreadPoolExecutor(8) as pool:
        rings = list(pool.map(lambda _: Keyring.open(folder, may_create=True), range(16)))
    assert len({ring.current("cipher") for ring in rings}) == 1


def test_a_crash_while_writing_leaves_no_half_key(folder, monkeypatch):
    def crash(*_):
        raise OSError("power lost")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(OSError, match="power lost"):
        Keyring.open(folder, may_create=True)
    assert list(folder.iterdir()) == []
