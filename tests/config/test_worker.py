"""`huiyin worker`: it does its jobs, survives what fails, ends when told, and says how it is."""

import json
import os
import signal
import subprocess
import time
from datetime import timedelta

import psutil
import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from huiyin.config import child, papers, work
from huiyin.config.jobs import EVERY_ROUND, JOBS, Job
from huiyin.desk.jotting import Jotting
from huiyin.mailroom.beat import Beat
from huiyin.mailroom.notice import Notice
from huiyin.matters import code
from huiyin.people.sign_in import SignInAttempt
from huiyin.portal.draft import Draft
from huiyin.portal.tries import Tries
from tests.desk.signed_in import signed_in
from tests.mailroom import story
from tests.plugins.running import HUIYIN
from tests.portal.walk import look_up

MEMORY = 150 * 1024 * 1024
SECRET = "13800000001"


def huiyin(environment, *words):
    return subprocess.run([*HUIYIN, *words], env=environment, capture_output=True, text=True, check=False)


def failing():
    raise ValueError(SECRET)


@pytest.mark.django_db
def test_a_job_that_fails_stops_no_other_and_is_said_without_its_message(capsys):
    done = []
    jobs = (Job("bad", EVERY_ROUND, failing), Job("good", timedelta(hours=1), lambda: done.append(1) or 0))
    assert work.Worker(jobs).once() is False
    said = capsys.readouterr().err
    assert done and "bad failed" in said and "ValueError" in said and "failing" in said and SECRET not in said
    assert SECRET not in Beat.objects.get(name="bad").trouble


@pytest.mark.django_db
def test_a_failure_is_a_finding_until_the_job_goes_well_again(monkeypatch):
    behaviour = [failing]
    worker = work.Worker([Job("send", EVERY_ROUND, lambda: behaviour[0]())])
    worker.round()
    assert any("send failed" in finding for finding in work.findings())
    behaviour[0] = lambda: 0
    worker._again.clear()
    worker.round()
    assert list(work.findings()) == []


@pytest.mark.django_db
def test_a_worker_that_never_ran_is_a_finding():
    assert list(work.findings()) == ["the worker has never run"]


@pytest.mark.django_db
def test_one_round_takes_a_filing_from_the_record_to_the_spool(village, settings, tmp_path):
    settings.MAIL_ROOT = tmp_path
    story.file(village)
    assert work.Worker(JOBS).once()
    assert Notice.objects.get().state == "delivered" and (tmp_path / "sms.jsonl").read_text().count("\n") == 1


@pytest.mark.django_db
def test_what_was_kept_for_a_time_only_is_gone_after_a_round(village, client):
    client.post("/file/kind/", {"kind": "claim"})
    look_up(Client(), "明信2026-01-9999", code.fresh())
    signed_in(village.registrar).post("/desk/jottings/?page=/desk/counter/", {"title": "水渠"})
    SignInAttempt.objects.create(username_index="x", address_index="y")
    kept = (Draft, Tries, Jotting, SignInAttempt, Session)
    assert [model.__name__ for model in kept if not model.objects.exists()] == []
    with time_machine.travel(timezone.now() + timedelta(days=91), tick=True):
        assert work.Worker(job for job in JOBS if job.name == "forget").once()
    assert [model.__name__ for model in kept if model.objects.exists()] == []


@pytest.mark.engine
def test_it_ends_cleanly_when_told_and_stays_small(installation):
    huiyin(installation, "where")
    process = subprocess.Popen([*HUIYIN, "worker"], env=installation)
    until = time.monotonic() + 60
    while huiyin(installation, "worker", "--check").returncode and time.monotonic() < until:
        time.sleep(0.5)
    memory = psutil.Process(process.pid).memory_info().rss
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert memory < MEMORY


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
def test_papers_are_set_ahead_of_their_readers_by_a_child(village, monkeypatch):
    story.forward(village, story.file(village))
    monkeypatch.setattr(child, "run", lambda *words: papers.set_some() * 0)
    assert work.Worker(JOBS).once()
    assert not papers.waiting(timezone.localdate()).exists()


def test_a_check_that_finds_something_says_so_and_exits_with_one(installation):
    done = huiyin(installation, "worker", "--check", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (1, {"findings": ["the worker has never run"]})


def test_clocks_are_not_moved_where_matters_are_real(installation):
    done = huiyin(installation, "tick", "--as-of", "2026-12-01")
    assert done.returncode == 2 and "demonstration" in done.stderr


def test_a_demonstration_ticks_as_of_any_day(installation):
    huiyin(installation, "where")
    open(os.path.join(installation["HUIYIN_HOME"], "demo"), "w").close()
    done = huiyin(installation, "tick", "--as-of", "2026-12-01", "--json")
    assert set(json.loads(done.stdout).values()) == {0}
    assert huiyin(installation, "tick", "--as-of", "tomorrow").returncode == 2
