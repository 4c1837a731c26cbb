"""What is unclear is asked, and the answer becomes part of the matter; nothing stops, and nobody is turned away for it."""

from datetime import timedelta

import pytest

from huiyin.matters import possible
from huiyin.matters.act import kinds
from huiyin.matters.matter import Matter
from huiyin.matters.refusal import REASONS
from huiyin.matters.search import matching
from huiyin.matters.timeline import timeline
from tests.matters import stages

pytestmark = pytest.mark.seed("S045")
UNCLEAR = "您说的渠是村东那段，还是过路的那段？"
ANSWER = "是过路的那段，涵洞口也塌了。"


def asked(village, matter, by="handler", words=UNCLEAR):
    return matter.ask_clarification(by=village.actor(getattr(village, by)), at=stages.START, words=words)


def clarified(matter, one, by=stages.PETITIONER, words=ANSWER):
    return matter.clarify(by=by, at=stages.START, clarification=one, words=words)


def acts(matter, actor):
    return {move.act for move in possible.acts_open_to(matter, actor)}


@pytest.mark.parametrize(
    ("build", "part"),
    [
        (stages.registered_matter, "triager"),
        (stages.triaged_matter, "triager"),
        (stages.forwarded_matter, "handler"),
        (stages.investigated_matter, "handler"),
    ],
)
def test_whoever_has_the_matter_asks_at_any_open_stage(village, build, part):
    matter = build(village)
    assert asked(village, matter, part) == matter.open_clarification()


def test_who_does_not_have_it_does_not_ask(village, refused):
    matter = stages.forwarded_matter(village)
    with refused("不在您的单位"):
        asked(village, matter, "triager")


def test_no_clock_stops_and_no_stage_moves(village, running):
    matter = stages.accepted_matter(village)
    before = (matter.stage, running(matter), matter.clocks.get(term="handling").due_on)
    clarified(matter, asked(village, matter))
    assert (matter.stage, running(matter), matter.clocks.get(term="handling").due_on) == before


def test_an_open_one_prevents_no_act(village):
    matter = stages.accepted_matter(village)
    handler = village.actor(village.handler)
    before = acts(matter, handler)
    asked(village, matter)
    assert before - acts(matter, handler) == {"ask_clarification"}
    matter.investigate(by=handler, at=stages.START, plan="去看", due_on=stages.after(10).date())
    assert matter.stage == "investigating"


def test_one_is_open_at_a_time(village, refused):
    matter = stages.accepted_matter(village)
    one = asked(village, matter)
    with refused("等他答了再问"):
        asked(village, matter, words="第二处")
    clarified(matter, one)
    assert asked(village, matter, words="第二处").ended_on is None


def test_the_answer_goes_on_with_the_text_and_is_found(village):
    matter = stages.accepted_matter(village)
    clarified(matter, asked(village, matter))
    matter.refresh_from_db()
    assert matter.text == f"{stages.TEXT}\n\n{ANSWER}"
    assert list(matching(Matter.objects.visible_to(village.handler), "涵洞口")) == [matter]


def test_it_is_answered_once(village, refused):
    matter = stages.accepted_matter(village)
    one = asked(village, matter)
    clarified(matter, one)
    with refused("已经说明过"):
        clarified(matter, one)


def test_one_of_another_matter_is_not_answered_here(village, refused):
    matter, other = stages.accepted_matter(village), stages.accepted_matter(village)
    with refused("已经说明过"):
        clarified(matter, asked(village, other))


@pytest.mark.parametrize("part", ["registrar", "handler"])
def test_an_answer_given_by_word_of_mouth_is_written_down(village, part):
    matter = stages.accepted_matter(village)
    clarified(matter, asked(village, matter), by=village.actor(getattr(village, part)))
    assert matter.open_clarification() is None


def test_the_petitioners_own_words_are_no_label(village):
    matter = stages.accepted_matter(village)
    one = asked(village, matter)
    said = clarified(matter, one, by=village.actor(village.handler), words="他们叫我老上访，我不服。")
    assert said.clarification == one


def test_what_is_asked_labels_nobody(village, refused):
    matter = stages.accepted_matter(village)
    with refused("贴标签"):
        asked(village, matter, words="你是不是缠访？")


def test_nothing_is_asked_or_answered_with_nothing(village, refused):
    matter = stages.accepted_matter(village)
    with refused("写明要请信访人说明什么"):
        asked(village, matter, words=" ")
    one = asked(village, matter)
    with refused("写几句说明"):
        clarified(matter, one, words=" ")


def test_question_and_answer_stand_in_the_public_story(village):
    matter = stages.accepted_matter(village)
    clarified(matter, asked(village, matter))
    told = {
        line.act: line.fields["words"] for line in timeline(matter, public=True) if "words" in line.fields
    }
    assert (told["ask_clarification"], told["clarify"]) == (UNCLEAR, ANSWER)


def test_a_late_answer_is_still_taken(village):
    matter = stages.delivered_matter(village, at=stages.START - timedelta(days=1))
    one = asked(village, matter)
    matter.assignments.filter(is_lead=True).update(stage="closed")
    assert clarified(matter, one).clarification == one


def test_no_reason_to_decline_says_that_it_is_unclear(village, refused):
    assert [code for code, _words in REASONS] == ["already_accepted"]
    matter = stages.notified_matter(village)
    told = {"basis": "第十九条", "where_to": "无", "remedy": "无"}
    with refused("原因"):
        matter.decline(by=village.actor(village.handler), at=stages.START, reason_code="unclear", **told)
    assert matter.stage == "notified"


def test_sealing_takes_the_words_and_asks_nobody_about_nothing(village):
    matter = stages.accepted_matter(village)
    asked(village, matter)
    matter.seal(by=village.actor(village.registrar), at=stages.START, title="渠坏了", extract="请修渠。")
    matter.refresh_from_db()
    assert matter.open_clarification() is None
    assert matter.clarifications.get().words == ""


def test_both_acts_have_a_row_of_their_own():
    rows = [kinds[name].row.__name__ for name in ("ask_clarification", "clarify")]
    assert rows == ["Clarification", "ClarificationAnswer"]
