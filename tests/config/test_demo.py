"""`huiyin demo`: the invented city comes to life through the gate, the same from the same seed, in a home of its own."""

import stat
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from huiyin.config import kind_of_home
from huiyin.config.demo_city import accounts, content, filling, keepsake, secret
from huiyin.config.demo_city.telling import DONE_BY_TIME
from huiyin.ledger.pending import Pending
from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.lapse import Lapse, Settling
from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt
from huiyin.people import second_factor
from huiyin.people.officer import Officer
from tests.config import course

KEYS = [
    "shed-right",
    "shed-right-2",
    "dispute-bus",
    "accuse-fund",
    "accuse-village",
    "demolition-balance",
    "court-traffic",
    "parking-shop",
    "noodle-shop",
    "quarry-deposit",
    "quarry-deposit-2",
    "reopen-well",
    "suspend-illness",
    "correct-name",
]
SOME = tuple(petition for petition in content.petitions() if petition["key"] in KEYS)
TERMS = {
    "triage": "triage",
    "notice": "notice-forwarded",
    "handling": "handling",
    "review_request": "review-window",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """The two files of a demo home lie in a folder of this test."""
    monkeypatch.setattr(kind_of_home, "MARKER", tmp_path / "demo")
    monkeypatch.setattr(keepsake, "FILE", tmp_path / "demo-secrets.json")


def picture() -> list[tuple]:
    """Numbers, words and stages of everything, without the ids that differ each time."""
    matters = Matter.system.order_by("registered_at", "sealed", "version")
    return [(one.number, one.title, one.text, one.stage, one.version) for one in matters] + [
        (officer.username, officer.password, officer.second_factor) for officer in Officer.objects.all()
    ]


def told_and_undone(seed: int) -> list[tuple]:
    with transaction.atomic():
        filling.fill(seed, petitions=SOME)
        seen = picture()
        transaction.set_rollback(True)
    return seen


def by_time(petitions) -> set[tuple[str, str, str]]:
    """(title, term, day) of every lapse and settling that the files tell of."""
    return {
        (petition["title"], TERMS[step["term"]], step["on"][:10])
        for petition in petitions
        for step in petition["course"]
        if step["act"] in DONE_BY_TIME
    }


def lapsed() -> set[tuple[str, str, str]]:
    rows = Lapse.objects.select_related("matter", "clock")
    return {(row.matter.title, row.clock.term, str(timezone.localdate(row.occurred_at))) for row in rows}


def settled() -> set[tuple[str, str, str]]:
    rows = Settling.objects.select_related("matter", "clock")
    return {(row.matter.title, row.clock.term, str(timezone.localdate(row.occurred_at))) for row in rows}


@pytest.mark.django_db
@pytest.mark.engine
def test_a_part_of_the_story_leaves_the_record_whole():
    filling.fill(7, petitions=SOME)
    assert walk().breaks == [] and audit().findings == []
    assert {matter.stage for matter in Matter.system.all()} >= {
        "archived",
        "not_again",
        "referred_judicial",
        "referred_discipline",
        "linked",
        "investigating",
        "suggestion_done",
    }
    assert not Pending.objects.exists()


@pytest.mark.django_db
def test_the_clocks_find_what_the_files_tell_of():
    filling.fill(7, petitions=SOME)
    told = by_time(SOME)
    assert {one for one in told if one[1] != "review-window"} == lapsed()
    assert {one for one in told if one[1] == "review-window"} <= settled()


@pytest.mark.django_db
def test_the_same_seed_tells_the_same_story_and_another_has_other_passwords():
    first = told_and_undone(7)
    assert told_and_undone(7) == first
    assert told_and_undone(8) != first


@pytest.mark.django_db
def test_an_officer_signs_in_with_what_is_listed(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    filling.fill(7, petitions=SOME[:1])
    row = next(row for row in accounts.accounts() if row["username"] == "qianli")
    officer = Officer.objects.get(username="qianli")
    assert officer.check_password(row["password"]) and not officer.must_change_password
    assert "triage" in row["duties"] and row["password"] == secret.password(7, "qianli")
    assert second_factor.check(officer, accounts.code("qianli"))
    assert second_factor.check(officer, accounts.code("QianLi")), (
        "a code that was spent is followed by the next"
    )


@pytest.mark.django_db
def test_a_receipt_opens_its_matter_and_only_the_owner_reads_the_list():
    filling.fill(7, petitions=SOME)
    held = keepsake.Keepsake.read().receipts
    assert len(held) == len(SOME)
    assert all(Receipt.opening(row["number"] or None, row["code"]) for row in held)
    assert stat.S_IMODE(keepsake.FILE.stat().st_mode) == 0o600


@pytest.mark.django_db
def test_a_home_where_anybody_works_is_refused(village, capsys):
    course.registered(village)
    with pytest.raises(SystemExit) as ended:
        call_command("demo")
    assert ended.value.code == 2 and len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("words", [("accounts",), ("receipts",), ("code", "qianli"), ("code",)])
def test_a_home_that_is_no_demo_tells_nothing(words, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("demo", *words, stdout=StringIO())
    assert ended.value.code == 2 and len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.long
@pytest.mark.django_db
def test_the_whole_story_goes_through_the_gate():
    filling.fill(7)
    assert walk().breaks == [] and audit().findings == []
    told = by_time(content.petitions())
    assert {one for one in told if one[1] != "review-window"} == lapsed()
    assert {one for one in told if one[1] == "review-window"} <= settled()
    assert Matter.system.filter(sealed=False).count() == len(content.petitions()) - 4
