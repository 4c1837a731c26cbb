"""Matters of different people about the same thing are handled together, and each is answered by itself and in time."""

import pytest

from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from tests.matters import stages
from tests.matters.joint import WHY, apart, clocks, farmers, fresh, joined, said, suspended


@pytest.fixture
def main(village):
    return stages.accepted_matter(village)


@pytest.fixture
def matter(village):
    return farmers(village)


def test_they_know_each_other(village, main, matter):
    third = farmers(village)
    joined(village, matter, main)
    joined(village, third, main)
    assert list(fresh(main).together()) == [matter, third]
    assert list(fresh(third).together()) == [main, matter]


def test_joining_and_parting_move_no_date_and_no_stage(village, main, matter):
    before = [(clocks(one), one.number, one.stage) for one in (main, matter)]
    joined(village, matter, main)
    apart(village, matter)
    assert [(clocks(one), one.number, one.stage) for one in map(fresh, (main, matter))] == before


def test_the_answer_of_the_main_one_answers_nobody_else(village, main, matter, running):
    joined(village, matter, main)
    handler = village.actor(village.handler)
    for act, told in (
        ("investigate", {"plan": "看渠", "due_on": stages.after(9).date()}),
        ("draft", {"answers": stages.answers(main)}),
    ):
        getattr(main, act)(by=handler, at=stages.after(3), **told)
    main.sign(by=village.actor(village.second), at=stages.after(4))
    main.attempt_delivery(by=handler, at=stages.after(4), method="post")
    assert "handling" in running(fresh(matter)) and "handling" not in running(fresh(main))
    assert not matter.documents.filter(kind="D17").exists()
    assert matter.clocks.overdue(stages.after(70).date()).filter(term="handling").exists()


def test_the_main_one_is_not_closed_over_the_unanswered_without_a_reason(village, matter, refused):
    main = stages.delivered_matter(village, opinion="explained")
    joined(village, matter, main)
    handler, head = village.actor(village.handler), village.actor(village.head)
    main.state_view(by=handler, at=stages.after(3), words="知道了", agrees=True)
    asked = {"by": handler, "approved": head, "at": stages.after(4), "causes": ["policy_gap"]}
    with refused(f"并案的 {matter.number} 还没有答复") as told:
        main.close(**asked)
    assert told.value.field == "despite"
    assert main.close(**asked, despite="那一件还要量渠").despite == "那一件还要量渠"
    assert fresh(matter).joined_to == main


def test_with_all_answered_no_reason_is_kept(village, main):
    assert main.despite_joined("多写的") == ""


def test_petitioners_of_both_read_with_how_many_and_why_and_of_nobody(village, main, matter):
    joined(village, matter, main)
    for one, other, act in ((matter, main, "join"), (main, matter, "take_in")):
        line = said(one, act)
        assert "和另外1件放在一起办，期限不变" in line.says
        assert line.fields["reason"] == WHY
        assert other.number not in repr(line)
    apart(village, matter)
    assert "由安平镇人民政府单独办。已有的期限不变" in said(matter, "unjoin").says
    assert "还有0件" in said(main, "let_go").says
    assert said(main, "let_go").fields["reason"] == "是另一段渠"


def test_a_join_lets_nobody_see_more(village, main):
    other = stages.registration(village, organ=village.county_office, people=(stages.FARMER,)).matter
    triager, handler = village.actor(village.county_triager), village.actor(village.handler)
    other.triage(by=triager, at=stages.START, kind="appeal_claim", reports_wrongdoing=False)
    other.forward(by=triager, at=stages.START, to=village.town, reason="归镇里")
    other.notify(by=handler, at=stages.START, route="L6", procedure="调查")
    other.accept(by=handler, at=stages.START, handler=handler.post)
    joined(village, other, main)
    assert list(Matter.objects.visible_to(village.county_triager)) == [other]


WRONG = {
    "itself": lambda v, matter: (matter, "另一件"),
    "at another organ": lambda v, matter: (stages.triaged_matter(v), "另一件"),
    "already answered and closed": lambda v, matter: (stages.closed_matter(v), "没有在办"),
    "the same person": lambda v, matter: (farmers(v), "同一个人"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_not_the_same_thing_in_hand_here_is_not_joined(village, matter, refused, wrong):
    main, sentence = WRONG[wrong](village, matter)
    with refused(sentence) as told:
        joined(village, matter, main)
    assert told.value.field == "main"


def test_what_is_suspended_is_not_joined(village, main, matter, refused):
    suspended(village, main)
    with refused("中止的事项不并案"):
        joined(village, matter, main)
    with refused("中止的事项不并案"):
        joined(village, main, matter)


def test_there_is_one_level_only(village, main, matter, refused):
    third = stages.accepted_matter(village)
    joined(village, matter, main)
    with refused("已经并到别的事项"):
        joined(village, third, matter)
    with refused("已有别的事项并到这一件"):
        joined(village, main, third)
    with refused("先解除并案"):
        joined(village, matter, third)


def test_it_is_offered_where_there_is_something_to_do(village, matter):
    handler = village.actor(village.handler)
    offered = lambda one: {move.act for move in acts_open_to(fresh(one), handler)} & {"join", "unjoin"}  # noqa: E731
    assert offered(matter) == set()
    main = stages.accepted_matter(village)
    assert offered(matter) == {"join"}
    joined(village, matter, main)
    assert (offered(matter), offered(main)) == ({"unjoin"}, set())


def test_what_was_never_joined_is_not_taken_apart(village, matter, refused):
    with refused("没有和别的事项并案"):
        apart(village, matter)


def test_joining_and_parting_stay_within_their_queries(village, main, matter, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        joined(village, matter, main)
    with django_assert_max_num_queries(30):
        apart(village, matter)
