"""Local regulations over the national one: the petitioner-favourable limit wins, and says which rule it is."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from huiyin.statute import rules
from huiyin.statute.errors import ExtensionTooLong, StatuteError

NATIONAL = rules.load("cn-2022")
OVERLAYS = [name for name in rules.available() if rules.load(name).overlay]
HANGZHOU = "330100000000"
SPRING_2026 = date(2026, 1, 5)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_the_five_local_texts_come_with_the_program() -> None:
    assert OVERLAYS == ["bj-2006", "hn-2012", "sd-2015", "sh-2018", "zj-2016"]


@pytest.mark.parametrize(
    ("name", "term", "start", "extend", "due", "by"),
    [
        ("zj-2016", "triage", "2026-01-05", (), "2026-01-12", "《浙江省信访条例》第二十条第一款"),
        ("zj-2016", "triage", "2026-02-13", (), "2026-02-27", "《浙江省信访条例》第二十条第一款"),
        ("zj-2016", "notice-forwarded", "2025-09-25", (), "2025-10-09", "《浙江省信访条例》第二十条第二款"),
        ("zj-2016", "handling", "2026-01-05", (), "2026-02-04", "《浙江省信访条例》第二十三条"),
        ("zj-2016", "handling", "2026-01-05", (60,), "2026-04-07", "《浙江省信访条例》第二十三条"),
        ("zj-2016", "review", "2026-03-06", (), "2026-04-07", "《信访工作条例》第三十五条"),
        ("hn-2012", "triage", "2026-01-05", (), "2026-01-12", "《河南省信访条例》第二十六条第二款第一项"),
        ("hn-2012", "objection", "2026-01-05", (), "2026-01-12", "《河南省信访条例》第二十六条第二款第五项"),
        (
            "hn-2012",
            "handling",
            "2026-01-05",
            (60,),
            "2026-04-07",
            "《河南省信访条例》第二十六条第二款第二项",
        ),
        ("bj-2006", "objection", "2026-04-29", (), "2026-05-09", "《信访工作条例》第二十三条第三款"),
        ("bj-2006", "review", "2026-01-05", (), "2026-02-04", "《信访工作条例》第三十五条"),
        ("sd-2015", "handling", "2026-01-05", (30,), "2026-04-07", "《信访工作条例》第三十四条"),
        ("sh-2018", "review-window", "2026-03-06", (), "2026-04-07", "《信访工作条例》第三十五条"),
    ],
)
def test_a_date_and_the_rule_that_fired(
    name: str, term: str, start: str, extend: tuple[int, ...], due: str, by: str
) -> None:
    law = rules.load(name)
    fired, found = law.counted(term, day(start), extend)
    assert (found.due, law.cite(fired.article)) == (day(due), by)


def test_an_extension_that_only_the_local_text_knows_favours_nobody_who_petitions() -> None:
    with pytest.raises(ExtensionTooLong):
        rules.load("bj-2006").due("review", SPRING_2026, [1])


def test_the_end_with_all_extensions_is_no_later_than_the_national_one() -> None:
    with pytest.raises(ExtensionTooLong, match="60 days in all, not 61"):
        rules.load("zj-2016").due("handling", SPRING_2026, [61])


@pytest.mark.parametrize("name", OVERLAYS)
@pytest.mark.parametrize("term", [term.name for term in NATIONAL.terms.values() if term.days])
def test_no_overlay_is_worse_for_the_petitioner_on_any_day_of_a_year(name: str, term: str) -> None:
    days = [date.fromordinal(n) for n in range(day("2025-09-01").toordinal(), day("2026-09-01").toordinal())]
    pairs = [(rules.load(name).due(term, start).due, NATIONAL.due(term, start).due) for start in days]
    right = NATIONAL.terms[term].owed_by == "petitioner"
    assert [pair for pair in pairs if (pair[0] < pair[1] if right else pair[0] > pair[1])] == []


@pytest.mark.parametrize("name", OVERLAYS)
def test_stages_moves_and_papers_are_those_of_the_regulation(name: str) -> None:
    law = rules.load(name)
    assert (law.stages, law.moves, law.documents) == (NATIONAL.stages, NATIONAL.moves, NATIONAL.documents)


def test_an_act_cites_the_local_text_of_the_term_that_it_starts_or_extends() -> None:
    law = rules.load("zj-2016")
    accept, sign = (next(move for move in law.moves if move.act == act) for act in ("accept", "sign"))
    assert law.cite(law.basis(accept)) == "《信访工作条例》第三十一条第六项、《浙江省信访条例》第二十三条"
    assert law.basis(sign) == sign.article
    assert NATIONAL.basis(accept) == accept.article


@pytest.mark.parametrize("name", OVERLAYS)
def test_what_the_program_has_no_part_in_is_cited_from_the_local_text(name: str) -> None:
    law = rules.load(name)
    assert law.overlay is not None and set(law.overlay.beyond) == set(law.beyond) != set()
    assert all(law.cite(row.article).startswith(law.overlay.short) for row in law.beyond.values())


def test_a_local_text_is_in_force_only_where_somebody_adopted_it() -> None:
    on = day("2026-01-05")
    assert rules.in_force(HANGZHOU, on).id == "cn-2022"
    assert rules.in_force(HANGZHOU, on, adopted=["zj-2016"]).id == "zj-2016"


@pytest.mark.parametrize("region", ["340100000000", "110000000000", ""])
def test_an_adopted_text_is_not_in_force_elsewhere(region: str) -> None:
    assert rules.in_force(region, day("2026-01-05"), adopted=["zj-2016"]).id == "cn-2022"


def test_an_adopted_text_lies_over_the_regulation_of_2022_and_no_earlier_one() -> None:
    assert rules.load("zj-2016").effective_from == NATIONAL.effective_from


def test_the_digest_changes_with_either_file() -> None:
    law = rules.load("zj-2016")
    own = sha256((rules.OWN / "zj-2016.toml").read_bytes()).digest()
    assert law.digest == sha256(bytes.fromhex(NATIONAL.digest) + own).hexdigest()


OURS = (rules.OWN / "zj-2016.toml").read_text("utf-8").replace('id = "zj-2016"', 'id = "here"')


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[term.triage]", "[term.sorting]", "term.sorting: cn-2022 has no term of this name; known are assistance"),
        ("[term.triage]", "[term.report]", "term.report: its days are set case by case"),
        ("days = 5", "days = 0", "term.triage: days must be one or more"),
        ("extend_total = 60", "extend_total = -1", "term.handling: days must be one or more, and extend_total"),
        ('natural"\nextend', 'working"\nextend', "term.handling: a term that pauses or is extended is written in"),
        ('article = "23"', 'article = "37"', "handling: article 'here:37' is neither an article (1 to 36)"),
        ('article = "23"', 'article = ""', "handling: article 'here:' is neither"),
        ('article = "23"', "", "term.handling: add the key article"),
        ('article = "15.2"', 'article = "hearsay"', "representatives: article 'here:hearsay' is neither"),
        ('overlays = "cn-2022"', 'overlays = "cn-1995"', "overlays: cn-1995 is not installed; there are"),
        ('overlays = "cn-2022"', 'overlays = "hn-2012"', "overlays: hn-2012 is an overlay itself"),
        ('overlays = "cn-2022"', 'overlays = "cn-2005"', "right"),
        ('regions = ["33"]', "regions = []", "regions: name the prefixes"),
        ("effective_from = 2016-08-01", 'effective_from = "soon"', "file: add the key effective_from (date)"),
        ("articles = 36", "articles = 36\ncolour = 1", "file: remove the unknown key colour"),
        ("articles = 36", "articles = 36\neffective_until = 2021-12-31", "effective_until: must not lie before"),
        ('id = "here"', 'id = "there"', "id: name the file there.toml"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_overlay_is_named_with_its_cure(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert old in OURS
    (tmp_path / "here.toml").write_text(OURS.replace(old, new, 1), "utf-8")
    try:
        said = f"{rules.load('here', tmp_path).file}: right"
    except StatuteError as refused:
        said = str(refused)
    assert f"here.toml: {words}" in said


def test_a_deployers_own_overlay_counts(tmp_path: Path) -> None:
    (tmp_path / "here.toml").write_text(OURS.replace("days = 30", "days = 20"), "utf-8")
    assert rules.load("here", tmp_path).due("handling", SPRING_2026).raw == day("2026-01-25")
