"""Sealed accusations, and everything that happens around them: no word of theirs is found outside their compartment."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import TransactionTestCase

from huiyin.desk.jotting import Jotting
from huiyin.mailroom.notice import Notice
from huiyin.matters import rendering
from huiyin.matters.document import Document
from tests.canary import crawl
from tests.canary.story import CANARIES, Story, mailroom_rounds, told
from tests.village import village as found_village

OUTSIDE = [
    "triager",
    "administrator",
    "supervisor",
    "leader",
    "handler",
    "head",
    "bureau_head",
    "county_triager",
    "stranger",
]


class Kept(logging.Handler):
    """Every line that anything logs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(logging.Formatter("%(message)s %(exc_info)s").format(record))


@pytest.fixture(scope="module")
def logged() -> Iterator[Kept]:
    """The log of this module, at its most talkative, but for what is silenced by the settings."""
    kept, root = Kept(), logging.getLogger()
    loggers = [root, *(logging.getLogger(name) for name in ("django", "django.request", "huiyin"))]
    before = [(each, each.level) for each in loggers]
    for each in loggers:
        each.setLevel(logging.DEBUG)
    root.addHandler(kept)
    logging.getLogger("django").propagate = True
    yield kept
    root.removeHandler(kept)
    for each, level in before:
        each.setLevel(level)


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A mail folder of this module's own."""
    patch = pytest.MonkeyPatch()
    patch.setattr(settings, "MAIL_ROOT", tmp_path_factory.mktemp("mail"))
    yield Path(settings.MAIL_ROOT)
    patch.undo()


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker, logged: Kept, mail: Path) -> Iterator[Story]:
    """The three accusations, committed for good, and all that the worker does afterwards."""
    with django_db_blocker.unblock():
        yield _until_papers(told(found_village()))
        TransactionTestCase._fixture_teardown(_Emptying())


class _Emptying(TransactionTestCase):
    """Empties the tables at the end of this module."""

    def runTest(self) -> None:
        """Nothing."""


def _until_papers(story: Story) -> Story:
    mailroom_rounds()
    for document in Document.objects.filter(matter=story.split):
        rendering.render(document)
    return story


def found_in(text: bytes) -> list[str]:
    """The canaries in some bytes."""
    return [canary for canary in CANARIES if canary.encode() in text]


@pytest.mark.parametrize("part", OUTSIDE)
def test_no_page_search_or_program_shows_it_to(story, part) -> None:
    seen = crawl.everything(story.village, part)
    assert len(seen) > 20
    assert {path: found for path, body in seen.items() if (found := found_in(body))} == {}


def test_its_keepers_do_read_it(story) -> None:
    seen = crawl.everything(story.village, "keeper")
    assert {"夜鹭七七", "紫燕红渠", "墨兰渡口"} <= set(found_in(b"".join(seen.values())))


def test_the_open_half_is_answered_without_it(story) -> None:
    seen = crawl.everything(story.village, "triager")
    assert "低保停发".encode() in b"".join(seen.values())


def test_no_message_carries_it(story, mail) -> None:
    texts = "\n".join(notice.text or "" for notice in Notice.objects.all())
    spooled = b"".join(path.read_bytes() for path in mail.rglob("*") if path.is_file())
    assert found_in(texts.encode() + spooled) == []


def test_nothing_that_anybody_had_begun_to_write_about_it_is_left(story) -> None:
    assert not Jotting.objects.exists()


def test_no_log_line_holds_it(story, logged) -> None:
    crawl.everything(story.village, "triager")
    assert logged.lines
    assert found_in("\n".join(logged.lines).encode()) == []


@pytest.mark.engine
def test_no_table_holds_it_in_plain(story) -> None:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        held = {table: found for table in tables if (found := found_in(_rows(cursor, table)))}
    assert held == {}


def _rows(cursor, table: str) -> bytes:
    cursor.execute(f'SELECT * FROM "{table}"')
    return b"\n".join(_plain(value) for row in cursor.fetchall() for value in row)


def _plain(value) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


@pytest.mark.sqlite
def test_neither_the_database_file_nor_its_log_holds_it(story) -> None:
    file = Path(settings.DATABASES["default"]["NAME"])
    around = [path for path in file.parent.glob(f"{file.name}*") if path.is_file()]
    assert file in around
    assert {path.name: found for path in around if (found := found_in(path.read_bytes()))} == {}


def test_no_file_of_the_home_holds_it_in_name_or_content(story) -> None:
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert files
    assert {
        str(path): found for path in files if (found := found_in(str(path).encode() + path.read_bytes()))
    } == {}


def test_no_cache_holds_it(story) -> None:
    kept = repr(getattr(caches["default"], "_cache", {}))
    assert found_in(kept.encode("unicode_escape").decode("unicode_escape").encode("utf-8", "replace")) == []
