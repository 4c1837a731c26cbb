"""The demo city is whole: its files refer to each other rightly, and its courses could have happened."""

from datetime import date
from itertools import pairwise

import pytest

from tests.demo import read
from tests.demo.read import MOVES, TODAY, keys, moment, petitions

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
DUTY_OF = {
    "triage": "triage",
    "forward": "triage",
    "assign": "triage",
    "sign": "sign",
    "decide_review": "review",
    "archive": "archive",
    "instruct": "lead",
    "close": "handle",
}

each_petition = pytest.mark.parametrize("petition", petitions(), ids=lambda petition: petition["key"])
POSTS = {post["key"]: post for post in read.read("posts.toml")["posts"]}
ORGANS = {organ["key"]: organ for organ in read.read("city.toml")["organs"]}
REGIONS = keys("city.toml", "regions", "code")


def holders(post: str, day: date) -> list[dict]:
    """Who may sign for a post on a day."""
    return [
        held
        for held in read.read("posts.toml")["holdings"]
        if held["post"] == post
        and held["capacity"] != "assistant"
        and date.fromisoformat(held["since"]) <= day <= date.fromisoformat(held.get("until", "9999-12-31"))
    ]


def test_the_count_is_known():
    assert len(petitions()) == 134
    assert len({petition["key"] for petition in petitions()}) == 134


def test_every_organ_has_a_region_and_a_known_superior():
    assert all(organ["region"] in REGIONS for organ in ORGANS.values())
    assert all(not organ["superior"] or organ["superior"] in ORGANS for organ in ORGANS.values())


def test_every_post_belongs_to_an_organ_and_is_held_today():
    assert all(post["organ"] in ORGANS for post in POSTS.values())
    assert [key for key in POSTS if not holders(key, TODAY)] == []


def test_every_officer_holds_a_post():
    held = {row["officer"] for row in read.read("posts.toml")["holdings"]}
    assert held == keys("posts.toml", "officers", "username")


def test_topics_have_initials_and_a_parent():
    topics = {topic["code"]: topic for topic in read.read("categories.toml")["topics"]}
    assert all(topic["initials"].isalpha() for topic in topics.values())
    assert all(topic.get("parent", "01") in topics for topic in topics.values())


def test_no_file_labels_a_person():
    texts = [file.read_text(encoding="utf-8") for file in read.FOLDER.iterdir()]
    assert [word for word in read.FORBIDDEN for text in texts if word in text] == []


@each_petition
def test_a_petition_refers_to_what_exists(petition):
    codes = keys("categories.toml", "topics", "code")
    assert set(petition["organs"]) <= set(ORGANS)
    assert petition["place"]["region"] in REGIONS
    assert petition["topic"] in codes
    assert petition["purpose"] in keys("categories.toml", "purposes", "code")
    assert petition.get("registered_by", "xfj_window2") in POSTS


@each_petition
def test_a_petition_is_complete(petition):
    assert 0 < len(petition["title"]) <= 30
    assert petition["body"].strip() and petition["requests"]
    assert len(petition.get("representatives", [])) <= 5
    assert petition.get("read_back", False) == (petition["channel"] in ("visit", "phone"))
    assert ("letter" in petition) == (petition["channel"] == "letter")


@each_petition
def test_numbers_of_identity_carry_their_check_digit(petition):
    number = petition["petitioner"].get("id_number", "99012219630512232" + "5")
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    assert number.startswith("9901") and number[17] == "10X98765432"[total % 11]


@each_petition
def test_credit_codes_carry_their_check_digit(petition):
    code = petition["petitioner"].get("credit_code", "91350100M000100Y43")
    total = sum(CREDIT.index(sign) * 3**place for place, sign in enumerate(code[:17]))
    assert code[17] == CREDIT[(31 - total % 31) % 31]


@each_petition
def test_a_course_runs_forward_in_time_and_never_past_today(petition):
    acts = [step for step in petition["course"] if step["by"] != "system"]
    times = [moment(petition["received"]), *(moment(step["on"]) for step in acts)]
    assert all(earlier <= later for earlier, later in pairwise(times))
    assert times[-1].date() < TODAY


@each_petition
def test_a_course_passes_only_lawful_stages(petition):
    assert read.stages(petition)[0] == "registered"


@each_petition
def test_officers_act_on_working_days_within_their_post_and_duty(petition):
    for step in petition["course"]:
        assert step["act"] in MOVES
        if step["by"] in ("petitioner", "system"):
            continue
        day = moment(step["on"]).date()
        assert read.is_working(day) and holders(step["by"], day)
        assert DUTY_OF.get(step["act"], POSTS[step["by"]]["duties"][0]) in POSTS[step["by"]]["duties"]


@each_petition
def test_steps_point_to_organs_petitions_and_officers(petition):
    known = {other["key"] for other in petitions()}
    for step in petition["course"]:
        targets = known if step["act"] == "link" else set(ORGANS)
        assert step.get("to", next(iter(targets))) in targets
        assert step.get("of", petition["key"]) in known
        assert step.get("suggests", "xfj") in ORGANS
        assert step.get("handler", "qianli") in keys("posts.toml", "officers", "username")


@each_petition
def test_each_request_is_answered_with_facts_reasons_and_basis(petition):
    for step in petition["course"]:
        answers = step.get("answers", [])
        assert not answers or len(answers) == len(petition["requests"])
        assert all(answer["facts"] and answer["reasons"] and answer["basis"] for answer in answers)


@each_petition
def test_electronic_delivery_has_consent(petition):
    methods = {step.get("method") for step in petition["course"]}
    assert "electronic" not in methods or petition["consents_electronic"]


@each_petition
def test_an_extension_is_within_thirty_days_in_all(petition):
    assert sum(step["days"] for step in petition["course"] if step["act"] == "extend") <= 30


@each_petition
def test_an_accusation_never_goes_to_the_accused(petition):
    accused = petition.get("accused", {}).get("organ", "nobody")
    assert accused not in {step.get("to") for step in petition["course"]}


def test_about_one_in_ten_missed_a_term():
    missed = [petition["key"] for petition in petitions() if read.late(petition)]
    assert 0.06 <= len(missed) / len(petitions()) <= 0.14
