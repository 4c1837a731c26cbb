"""`huiyin backup` and `huiyin restore`: on either engine, what comes back is whole, and it opens with its keys alone."""

import json
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plugins import place
from tests.plugins.place import HUIYIN

ROOT = Path(__file__).resolve().parents[2]
STORY = """
from huiyin.config import start
start.ready()
from huiyin.matters.attachment import Piece
from huiyin.people.actor import Actor
from tests.config import course
from tests.village import village
matter = course.accepted(village())
matter.supplement(by=Actor.petitioner(), text="照片", attachments=(Piece("a.jpg", "image/jpeg", b"picture"),))
"""
ATTACHED = """
from huiyin.config import start
start.ready()
from huiyin.matters.attachment import Attachment
print(Attachment.objects.get().content().decode())
"""


def huiyin(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([*HUIYIN, *words], env=environment, capture_output=True, text=True, check=False)


def python(environment: dict[str, str], lines: str) -> str:
    environment = {**environment, "DJANGO_SETTINGS_MODULE": "huiyin.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", lines], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def once(tmp_path_factory) -> Iterator[tuple[dict[str, str], Path]]:
    """An installation with a matter and a picture in it, and a folder with its backup and, apart, its keys."""
    folder = tmp_path_factory.mktemp("saved")
    with place.copied(tmp_path_factory.mktemp("source")) as source:
        python(source, STORY)
        done = huiyin(source, "backup", str(folder / "backup"), "--keys", str(folder / "kept apart"))
        assert done.returncode == 0, done.stderr
        yield source, folder


@pytest.fixture
def saved(once, tmp_path) -> tuple[dict[str, str], Path, Path]:
    """The installation, and copies of its backup and its keys that a test may spoil."""
    source, folder = once
    shutil.copytree(folder, tmp_path / "saved")
    return source, tmp_path / "saved" / "backup", tmp_path / "saved" / "kept apart"


@pytest.fixture
def elsewhere(empty_installation, tmp_path) -> dict[str, str]:
    """Another installation where nothing has been made yet."""
    places = {"HUIYIN_HOME": f"{tmp_path}/new/home", "HUIYIN_KEYS": f"{tmp_path}/new/keys"}
    return {**empty_installation, **places}


@pytest.mark.engine
def test_what_comes_back_verifies_audits_and_opens(saved, elsewhere):
    source, folder, keys = saved
    done = huiyin(elsewhere, "restore", str(folder), "--keys", str(keys), "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["whole"] and told["verify"]["entries"] == 7 and told["audit"]["matters"] == 1
    assert "opens" in told["opened"]
    assert python(elsewhere, ATTACHED) == "picture"
    assert huiyin(elsewhere, "verify").stdout == huiyin(source, "verify").stdout


@pytest.mark.engine
def test_a_home_that_was_only_looked_at_is_empty_enough_and_one_in_use_is_not(saved, elsewhere):
    source, folder, keys = saved
    assert huiyin(elsewhere, "where").returncode == 0
    assert huiyin(elsewhere, "restore", str(folder), "--keys", str(keys)).returncode == 0
    again = huiyin(elsewhere, "restore", str(folder), "--keys", str(keys))
    assert again.returncode == 2 and "is not empty" in again.stderr
    assert huiyin(elsewhere, "verify").returncode == 0


@pytest.mark.engine
def test_without_its_keys_a_backup_is_not_brought_back(saved, elsewhere):
    _, folder, keys = saved
    done = huiyin(elsewhere, "restore", str(folder))
    assert done.returncode == 2 and "cipher-0001.key is missing" in done.stderr
    (keys / "code-0001.key").write_text("0" * 64)
    done = huiyin(elsewhere, "restore", str(folder), "--keys", str(keys))
    assert done.returncode == 2 and "code-0001.key is not the one" in done.stderr
    assert not Path(elsewhere["HUIYIN_HOME"]).exists()


def test_the_backup_holds_no_key_and_only_its_owner_reads_it(saved):
    source, folder, keys = saved
    secrets = [path.read_bytes().strip() for path in Path(source["HUIYIN_KEYS"]).glob("*.key")]
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert secrets and not any(secret in content for secret in secrets for content in contents)
    modes = {
        stat.S_IMODE(path.stat().st_mode) for path in (*folder.rglob("*"), *keys.iterdir()) if path.is_file()
    }
    assert modes == {0o600}


@pytest.mark.parametrize("name", ["manifest.json", "database.sqlite3"])
def test_a_backup_with_a_file_missing_is_named_as_damaged(saved, elsewhere, name):
    _, folder, keys = saved
    path = next(folder.glob("database.*")) if name.startswith("database") else folder / name
    path.unlink()
    done = huiyin(elsewhere, "restore", str(folder), "--keys", str(keys))
    assert done.returncode == 2 and path.name in done.stderr


def test_a_changed_byte_is_found_before_anything_is_touched(saved, elsewhere):
    _, folder, keys = saved
    picture = next(path for path in (folder / "files").rglob("*") if path.is_file())
    picture.write_bytes(picture.read_bytes()[:-1] + b"\0")
    done = huiyin(elsewhere, "restore", str(folder), "--keys", str(keys))
    assert done.returncode == 2 and picture.name in done.stderr
    assert not Path(elsewhere["HUIYIN_HOME"]).exists()


@pytest.mark.parametrize("keys", ["backup", "backup/keys", "."])
def test_keys_beside_what_they_open_are_refused(installation, tmp_path, keys):
    done = huiyin(installation, "backup", str(tmp_path / "backup"), "--keys", str(tmp_path / keys))
    assert done.returncode == 2 and not (tmp_path / "backup").exists()


def test_a_folder_in_use_or_in_the_home_is_refused(installation, tmp_path):
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "letter.txt").write_text("mine")
    assert huiyin(installation, "backup", str(tmp_path / "backup")).returncode == 2
    assert huiyin(installation, "backup", f"{installation['HUIYIN_HOME']}/files/backup").returncode == 2


@pytest.mark.postgresql
def test_a_missing_program_is_named_with_the_cure(installation, tmp_path):
    (tmp_path / "bin").mkdir()
    without = {**installation, "PATH": str(tmp_path / "bin")}
    assert shutil.which("pg_dump", path=without["PATH"]) is None
    done = huiyin(without, "backup", str(tmp_path / "backup"))
    assert done.returncode == 2 and "apt install postgresql-client" in done.stderr
