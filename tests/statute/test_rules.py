"""Rule sets are data: what a deployer may add, and how each mistake in a file is named."""

import dataclasses
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from huiyin.statute import rules
from huiyin.statute.errors import StatuteError, UnknownRuleSet
from tests.statute import local

NEW_MOVE = """
[[move]]
id = "X01"
act = "publish"
zh = "公开"
en = "Publish"
from = ["closed"]
to = "archived"
duty = "head"
article = "36.2"
says_zh = "{organ}公开了结果。"
says_en = "{organ} published the result."
"""


def test_a_move_is_added_by_data_only(tmp_path: Path) -> None:
    move = rules.load("local", local.write(tmp_path, more=NEW_MOVE)).moves_for("publish", "closed")
    assert move is not None and move.to == "archived"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('to = "triage"', 'to = "nowhere"', "move T02: to names nowhere"),
        ('from = ["registered"]', 'from = ["nowhere"]', "move T02: from names nowhere"),
        ('opens = "forwarded"', 'opens = "nowhere"', "move T03: opens names nowhere"),
        ('on = ["delivered", "closed"]', 'on = ["nowhere"]', "move T32: on names nowhere"),
        ('starts = ["handling"]', 'starts = ["nothing"]', "move T17: starts names nothing"),
        ('stops = ["handling", ', 'stops = ["nothing", ', "move A01: stops names nothing"),
        ('during = ["objection"]', 'during = ["nothing"]', "move T11: during names nothing"),
        ('extends = ["handling"]', 'extends = ["nothing"]', "move T25: extends names nothing"),
        ('documents = ["D03", "D05"]', 'documents = ["D99"]', "move T03: documents names D99"),
        ('tells = ["unit", "petitioner"]', 'tells = ["press"]', "move T03: tells names press"),
        ('duty = "register"', 'duty = "nobody"', "move T01: duty names nobody"),
        ('seat = "sender"', 'seat = "nowhere"', "move T12: seat names nowhere"),
        ('track = "review"', 'track = "other"', "move T32: track names other"),
        ('act = "register"', 'act = ""', "move T01: write act"),
        ('zh = "登记"\nen = "Register"', 'zh = ""\nen = "Register"', "move T01: write zh"),
        ('zh = "登记"\nen = "Register"', 'zh = "登记"\nen = ""', "move T01: write en"),
        ('says_zh = "{organ}收到了您的材料。"', 'says_zh = ""', "move T01: write says_zh"),
        ("{organ}收到了您的材料", "{office}收到了您的材料", "move T01: {office} is not a known placeholder"),
        ("{organ}已收到您的材料", "{to}已收到您的材料", "stage.assignment.registered: {to} is not a known"),
        ('public = "已收到"', 'public = "在路上"', "stage.assignment.registered: public must be a word"),
        ('article = "34"', 'article = "51"', "handling: article '51' is neither"),
        ('article = "34"', 'article = "hearsay"', "handling: article 'hearsay' is neither"),
        ('id = "T02"', 'id = "T01"', "move T01: give every move its own id"),
        ('act = "assign"', 'act = "forward"', "move T04: forward from triage is already move T03"),
        (
            'from = ["delivered"]\nto = "closed"',
            'from = ["any"]\nto = "closed"',
            "stage.assignment.accepted: no chain of moves",
        ),
        (
            'from = ["objected"]\nto = "dispute"',
            'from = ["dispute"]\nto = "dispute"',
            "stage.assignment.dispute: no chain of moves from new leads here",
        ),
        ('within = "simplified-accept"', "", "term.simplified-accept: no move starts this clock"),
        ('within = "simplified-accept"', 'within = "nothing"', "move T10: within names nothing"),
        (
            'stops = ["review"]\n',
            "",
            "term.review: no move stops this clock",
        ),
        (
            'owed_by = "review_body"\narticle = "35"',
            'owed_by = "unit"\narticle = "35"',
            "term.review: nobody owes it: no move of the assignment track starts it",
        ),
        ('to = "linked"', 'to = "not_again"', "stage.assignment.linked: no move leads here"),
        ("days = 15", 'days = 15\nset_by = "谁"', "term.triage: give either days or set_by"),
        ("days = 15", "days = 0", "term.triage: days must be one or more"),
        ("extend_total = 30", "extend_total = -1", "term.handling: extend_total must not be negative"),
        ('owed_by = "petition_office"', "", "term.triage: add the key owed_by"),
        ('owed_by = "petition_office"', 'owed_by = "x"', "term.triage: owed_by must be one of"),
        ('article = "22.1"', "", "term.triage: add the key article"),
        ('unit = "natural"', 'unit = "lunar"', "term.triage: unit must be one of"),
        ("days = 15", 'days = "15"', "term.triage: days must be of type int"),
        ("days = 15", "dayz = 15", "term.triage: remove the unknown key dayz"),
        ('from = ["registered"]', 'from = "registered"', "move T02: from must be a list"),
        ('approval = "head"', 'approval = "all"', "move T25: approval must be one of head, second"),
        ("articles = 50", "", "file: add the key articles"),
        ("articles = 50", "articles = 50\ncolour = 1", "file: remove the unknown key colour"),
        (
            "articles = 50",
            "articles = 50\neffective_until = 2001-01-01",
            "effective_until: must not lie before",
        ),
        ("articles = 50", "articles = ", "file: cannot be read as TOML"),
        ('id = "local"', 'id = "other"', "id: name the file other.toml"),
        ('act = "close"\nzh', 'act = "shut"\nzh', "gate.delivery_proven: no move is called"),
        ('document = "D11"', 'document = "D99"', "route.L1: document and clock must stand"),
        ('clock = "handling"', 'clock = "nothing"', "route.L6: document and clock must stand"),
        ('seat = "any"', 'seat = "nowhere"', "duty.register: seat nowhere is not in"),
        ('series = ["ordinary", "sealed"]', 'series = ["secret"]', "document.D01: name its fields"),
    ],
)
def test_a_mistake_is_named_with_file_entry_and_cure(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(StatuteError) as refused:
        rules.load("local", local.write(tmp_path, old, new))
    assert f"local.toml: {words}" in str(refused.value)


def test_the_digest_is_the_sha256_of_the_file() -> None:
    assert rules.load("cn-2022").digest == sha256((rules.OWN / "cn-2022.toml").read_bytes()).hexdigest()


def test_a_rule_set_is_read_once() -> None:
    assert rules.load("cn-2022") is rules.load("cn-2022")


def test_a_rule_set_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        rules.load("cn-2022").terms["handling"].days = 90  # type: ignore[misc]
    with pytest.raises(TypeError):
        rules.load("cn-2022").terms["handling"] = None  # type: ignore[index]


def test_an_unknown_rule_set_is_a_sentence() -> None:
    with pytest.raises(UnknownRuleSet, match="no rule set cn-1995; installed are: bj-2006, cn-2005, cn-2022"):
        rules.load("cn-1995")


def test_a_local_file_never_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "cn-2022.toml").write_text(local.OURS, encoding="utf-8")
    with pytest.raises(StatuteError, match="rename it"):
        rules.available(tmp_path)


def test_ours_and_local_rule_sets_are_available(tmp_path: Path) -> None:
    assert set(rules.available(local.write(tmp_path))) - set(rules.available()) == {"local"}


def test_the_2022_regulation_is_in_force_from_its_first_day() -> None:
    assert rules.in_force("330100000000", date(2022, 5, 1)).id == "cn-2022"


def test_nothing_is_in_force_before() -> None:
    with pytest.raises(UnknownRuleSet, match="2005-04-30"):
        rules.in_force("330100000000", date(2005, 4, 30))


def test_a_regional_rule_set_wins_in_its_region(tmp_path: Path) -> None:
    folder = local.write(tmp_path, "regions = []", 'regions = ["33"]')
    assert rules.in_force("330100000000", date(2026, 1, 1), folder).id == "local"


def test_a_regional_rule_set_is_not_in_force_elsewhere(tmp_path: Path) -> None:
    folder = local.write(tmp_path, "regions = []", 'regions = ["33"]')
    assert rules.in_force("440100000000", date(2026, 1, 1), folder).id == "cn-2022"


def test_a_rule_set_ends_on_its_last_day(tmp_path: Path) -> None:
    limits = 'regions = ["33"]\neffective_until = 2025-12-31'
    folder = local.write(tmp_path, "regions = []", limits)
    assert rules.in_force("330100000000", date(2026, 1, 1), folder).id == "cn-2022"


def test_a_local_rule_set_counts_with_local_holidays(tmp_path: Path) -> None:
    local.write(tmp_path)
    (tmp_path / "holidays-local.toml").write_text(
        '[year.2026.rest]\n"古尔邦节" = [2026-05-27]\n', encoding="utf-8"
    )
    assert rules.load("local", tmp_path).due("triage", date(2026, 5, 12)).due == date(2026, 5, 28)
