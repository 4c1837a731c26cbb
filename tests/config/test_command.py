"""The `huiyin` command: an empty home fills itself, wrong use says so, and nothing starts in danger."""

import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from huiyin.config import catalogue
from tests.plugins.place import HUIYIN


def huiyin(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([*HUIYIN, *words], env=environment, capture_output=True, text=True, check=False)


def test_every_subcommand_has_one_line_of_help():
    assert [name for name, (_, line) in catalogue.commands().items() if not line] == []


def test_help_lists_our_subcommands_alone_and_makes_no_home(empty_installation):
    done = huiyin(empty_installation, "--help")
    assert done.returncode == 0 and "where" in done.stdout and "sqlmigrate" not in done.stdout
    assert not Path(empty_installation["HUIYIN_HOME"]).exists()


@pytest.mark.parametrize(
    "words", [("migrate",), ("nonsense",), ("where", "--nonsense"), ("statute", "nonsense")]
)
def test_wrong_use_exits_with_two(installation, words):
    assert huiyin(installation, *words).returncode == 2


@pytest.mark.parametrize(("adopted", "code"), [("zj-2016, bj-2006", 0), ("zj-1995", 2), ("cn-2022", 2)])
def test_only_a_local_text_that_is_there_can_be_adopted(installation, adopted, code):
    done = huiyin(installation | {"HUIYIN_OVERLAYS": adopted}, "where")
    assert done.returncode == code and ("zj-2016" in done.stderr) == bool(code)


@pytest.mark.engine
def test_an_empty_home_fills_itself_and_only_its_owner_may_read_it(empty_installation):
    places = json.loads(huiyin(empty_installation, "where", "--json").stdout)
    folders = [Path(places[name]) for name in ("home", "files", "keys", "mail", "logs")]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


@pytest.mark.engine
def test_programs_that_start_together_fill_an_empty_home_once(empty_installation):
    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(lambda _: huiyin(empty_installation, "where").returncode, range(4)))
    assert codes == [0, 0, 0, 0]


@pytest.mark.engine
def test_nothing_starts_where_the_keys_of_a_filled_home_are_gone(installation):
    keys = Path(installation["HUIYIN_KEYS"])
    keys.rename(keys.with_name("elsewhere"))
    done = huiyin(installation, "where")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert not keys.exists()


def test_nothing_starts_where_others_may_read_the_keys(installation):
    (Path(installation["HUIYIN_KEYS"]) / "web.key").chmod(0o640)
    done = huiyin(installation, "where")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1


def test_where_does_not_show_the_password_of_the_database(tmp_path):
    line = "from huiyin.config.management.commands import where; print(where._database())"
    address = "postgresql://clerk:secret@127.0.0.1:5432/city"
    environment = {**os.environ, "HUIYIN_DATABASE_URL": address, "HUIYIN_HOME": str(tmp_path)}
    shown = subprocess.run(
        [sys.executable, "-c", line], env=environment, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "postgresql://clerk@127.0.0.1:5432/city"


def test_plain_http_to_a_network_is_refused(installation):
    done = huiyin({**installation, "HUIYIN_HOST": "0.0.0.0"}, "run", "--no-worker")
    assert done.returncode == 2 and "HUIYIN_INSECURE=1" in done.stderr


def test_a_number_that_is_none_is_wrong_use(installation):
    assert huiyin({**installation, "HUIYIN_PORT": "eighty"}, "where").returncode == 2
