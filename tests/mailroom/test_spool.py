"""The file channel: sealed lines, each reference once, whole lines only."""

import json
import multiprocessing
import stat

import pytest

from huiyin.mailroom.channels.envelope import Envelope, Sent, Temporary
from huiyin.mailroom.channels.spool import Spool

WORDS = "【明川市信访局】您的材料已收到。"


def envelope(reference="a"):
    return Envelope(reference, "13800000001", "", WORDS)


@pytest.fixture
def spool(tmp_path):
    return Spool.at(str(tmp_path / "mail"))


def test_who_holds_the_keys_can_read_it_back(spool):
    assert spool.send(envelope()) == Sent()
    message = next(spool.messages())
    assert (message["address"], message["text"], message["reference"]) == ("13800000001", WORDS, "a")


def test_the_file_holds_neither_number_nor_words_and_is_its_owners_alone(spool):
    spool.send(envelope())
    content = spool.path.read_bytes()
    assert b"13800000001" not in content and WORDS.encode() not in content
    assert json.dumps(WORDS).strip('"').encode() not in content
    assert stat.S_IMODE(spool.path.stat().st_mode) == 0o600


def test_the_same_reference_is_one_line_for_another_process_too(spool):
    spool.send(envelope())
    Spool(spool.path).send(envelope())
    spool.send(envelope())
    assert len(list(spool.messages())) == 1


def test_a_line_that_a_crash_left_unfinished_is_cut_off(spool):
    spool.send(envelope("a"))
    with spool.path.open("ab") as file:
        file.write(b'{"reference": "b", "te')
    spool.send(envelope("c"))
    assert [message["reference"] for message in spool.messages()] == ["a", "c"]


def write_fifty(path, first):
    spool = Spool(path)
    for number in range(first, first + 50):
        spool.send(envelope(str(number)))


def test_processes_that_write_at_once_lose_and_double_nothing(spool):
    spool.path.parent.mkdir()
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=write_fifty, args=(spool.path, first)) for first in (0, 25, 50, 75)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(int(message["reference"]) for message in spool.messages()) == list(range(125))


def test_a_folder_that_cannot_be_written_is_a_reason_to_try_later(tmp_path):
    (tmp_path / "mail").write_text("a file where the folder should be")
    assert isinstance(Spool.at(str(tmp_path / "mail")).send(envelope()), Temporary)
