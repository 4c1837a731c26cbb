"""Encryption at rest: what people write stands in clear in no file and no column."""

from pathlib import Path

import pytest
from django.conf import settings as configured
from django.db import connection
from django.utils import timezone

from huiyin.matters.attachment import Piece
from huiyin.matters.filing import Person
from huiyin.matters.proposal import propose
from huiyin.matters.rendering import bytes_of
from tests.matters import stages
from tests.village import village as found_village

pytestmark = [pytest.mark.engine, pytest.mark.django_db(transaction=True)]

SECRETS = {
    "name": "庞小苑",
    "phone": "13911112222",
    "address": "梨花巷七号",
    "id_number": "990101198001010017",
    "title": "梨花巷水管",
    "words": "水管漏到床头",
    "wish": "换一根水管",
    "note": "阀门锈死",
    "answer": "已换阀门",
    "reason": "配件要从外地买",
    "organs": "梨花巷那个所",
    "file": "漏水照片",
}


@pytest.fixture
def written(transactional_db, settings, tmp_path):
    """A matter in which every secret was written somewhere, and then forgotten by this process."""
    settings.MEDIA_ROOT = tmp_path / "media"
    village = found_village()
    person = {key: SECRETS[key] for key in ("name", "phone", "address", "id_number")}
    told = {"title": SECRETS["title"], "text": SECRETS["words"], "wishes": (SECRETS["wish"],)}
    more = {"people": (Person(**person),), "organs_text": SECRETS["organs"], "place_text": SECRETS["address"]}
    matter = stages.investigated_matter(village, at=timezone.now(), **told, **more)
    handler = village.actor(village.handler)
    piece = Piece(f"{SECRETS['file']}.txt", "text/plain", SECRETS["words"].encode())
    matter.supplement(by=stages.PETITIONER, text=SECRETS["words"], attachments=(piece,))
    matter.note(by=handler, words=SECRETS["note"])
    question = matter.ask(by=stages.PETITIONER, words=SECRETS["words"])
    matter.answer_question(by=handler, question=question, words=SECRETS["answer"])
    propose(matter, "extend", by=handler, days=5, reason=SECRETS["reason"])
    answer = stages.answers(matter)[0] | {"facts": f"2026年3月：{SECRETS['note']}", "plan": SECRETS["answer"]}
    matter.draft(by=handler, answers=[answer])
    matter.sign(by=village.actor(village.second))
    matter.instruct(by=village.actor(village.leader), words=SECRETS["note"], due_on=timezone.localdate())
    matter.state_view(by=stages.PETITIONER, words=SECRETS["words"])
    matter.recuse(by=village.actor(village.head), officer=village.bureau_handler, reason=SECRETS["reason"])
    matter.suspend(by=handler, reason_code="succession", reason=SECRETS["reason"])
    bytes_of(matter.documents.get(kind="D17"))
    return matter


def _in(content: bytes) -> set[str]:
    spellings = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
    return {
        name
        for name, secret in SECRETS.items()
        if any(secret.encode(spelling) in content for spelling in spellings)
        or secret.encode("unicode_escape") in content
    }


@pytest.mark.sqlite
def test_the_database_file_and_its_log_say_nothing_in_clear(written):
    file = Path(connection.settings_dict["NAME"])
    parts = [path for path in file.parent.glob(f"{file.name}*") if path.is_file()]
    assert {path.name for path in parts} >= {file.name, f"{file.name}-wal"}
    assert _in(b"".join(path.read_bytes() for path in parts)) == set()


def test_the_files_that_were_handed_in_and_printed_say_nothing_in_clear(written):
    files = [path for path in Path(configured.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert len(files) == 2
    assert _in(b"".join(path.read_bytes() for path in files)) == set()
    assert _in("".join(map(str, files)).encode()) == set()


@pytest.mark.postgresql
def test_no_column_says_anything_in_clear(written):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [table for (table,) in cursor.fetchall()]
        content = b""
        for table in tables:
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t')
            content += "".join(row for (row,) in cursor.fetchall()).encode()
    hexed = bytes.fromhex("".join(_hex_runs(content)))
    assert len(tables) > 50
    assert (_in(content), _in(hexed)) == (set(), set())


def _hex_runs(content: bytes) -> list[str]:
    """The bytea columns as row_to_json writes them."""
    return [
        run.split('"')[0] for run in content.decode().split("\\\\x")[1:] if len(run.split('"')[0]) % 2 == 0
    ]


def test_what_was_written_reads_back(written):
    person = written.parties.get().petitioner
    person.refresh_from_db()
    assert (person.name, person.address) == (SECRETS["name"], SECRETS["address"])
    assert written.notes.get().words == SECRETS["note"]
