"""Handling together at the desk: chosen from a list, seen from both ends by whom may see, begun with the main answer."""

import pytest

from tests.desk.signed_in import signed_in
from tests.desk.test_costs import cost
from tests.desk.walking import at, done, page_of
from tests.matters import stages
from tests.matters.joint import WHY, farmers
from tests.matters.sayings import PARTY


@pytest.fixture
def main(village):
    return stages.accepted_matter(village, wishes=("修好灌溉渠", "清淤"))


@pytest.fixture
def matter(village, main):
    return farmers(village)


def join(village, matter, main):
    done(village.handler, matter, "joining", main=main.pk, reason=WHY)


def rows(officer, matter):
    sides = signed_in(officer).get(page_of(matter)).context["sides"]
    return [row for side in sides if side["heading"] == "同一件事" for row in side["rows"]]


def test_the_main_one_is_chosen_from_what_the_organ_has_in_hand_what_reads_alike_first(village, main, matter):
    other = farmers(village, title="路灯不亮", text="村口三盏路灯坏了半年。", wishes=("换灯",))
    stages.triaged_matter(village)
    stages.closed_matter(village)
    form = signed_in(village.handler).get(at(matter, "joining")).context["form"]
    listed = {words: [pk for pk, _ in rows] for words, rows in form.fields["main"].choices[1:]}
    assert listed == {"像是同一个问题": [main.pk], "本单位在办的其他事项": [other.pk]}


def test_what_is_not_on_the_list_cannot_be_posted(village, matter):
    elsewhere = stages.triaged_matter(village)
    page = signed_in(village.handler).post(at(matter, "joining"), {"main": elsewhere.pk, "reason": WHY})
    assert page.status_code == 422
    assert "main" in page.context["form"].errors


def test_each_page_leads_to_the_other_with_its_own_date(village, main, matter):
    join(village, matter, main)
    for one, other, says in ((matter, main, "并案，主件"), (main, matter, "并案　")):
        (row,) = rows(village.handler, one)
        assert (row["link"], row["words"]) == (other.number, other.title)
        assert says in row["note"] and "期限 " in row["note"]


def test_who_may_not_see_the_other_reads_nothing_of_it(village, main, matter):
    join(village, matter, main)
    main.grants.filter(organ=village.city_office).delete()
    assert rows(village.triager, matter) == []
    assert main.number not in signed_in(village.triager).get(page_of(matter)).content.decode()


def test_on_the_page_of_a_joined_one_stand_facts_and_other_sides_of_the_main_one(village, main, matter):
    handler = village.actor(village.handler)
    main.investigate(by=handler, plan="看渠", due_on=stages.after(20).date())
    main.name_party(by=handler, **PARTY | {"side": "other"})
    weighed = {"evidence": "照片", "weight": "accepted", "why": "现场看过"}
    sides = [{"side": side} | weighed for side in main.sides()]
    main.establish(by=handler, fact="渠身塌了四十米", sides=sides)
    join(village, matter, main)
    page = signed_in(village.handler).get(page_of(matter)).content.decode()
    assert "渠身塌了四十米" in page and PARTY["name"] in page
    assert stages.ELDER.name not in page
    assert cost(signed_in(village.handler), page_of(matter)) <= 23


def test_its_page_asks_one_question_more(village, main, matter):
    client = signed_in(village.handler)
    alone = cost(client, page_of(matter))
    join(village, matter, main)
    assert max(cost(client, page_of(one)) for one in (main, matter)) <= alone + 1


def test_its_draft_begins_with_the_answer_of_the_main_one_and_decides_by_itself(village, main, matter):
    join(village, matter, main)
    handler = village.actor(village.handler)
    for one in (main, matter):
        one.investigate(by=handler, plan="看渠", due_on=stages.after(20).date())
    client = signed_in(village.handler)
    assert client.get(at(matter, "draft")).context["main"] is None
    main.draft(by=handler, answers=stages.answers(main))
    offered = client.get(at(matter, "draft")).context
    assert offered["main"]["number"] == main.number and not offered["form"].initial
    begun = client.get(offered["main"]["url"]).context["form"].initial
    assert begun["r1_facts"] == stages.answers(main)[0]["facts"]
    assert "r1_opinion" not in begun and "r1_execute_by" not in begun
    assert client.get(at(main, "draft")).context["main"] is None


def test_closing_asks_why_only_where_joined_ones_wait(village, matter):
    main = stages.delivered_matter(village, opinion="explained")
    main.state_view(by=village.actor(village.handler), words="知道了", agrees=True)
    client = signed_in(village.handler)
    assert "despite" not in client.get(at(main, "closure")).context["form"].fields
    join(village, matter, main)
    assert "despite" in client.get(at(main, "closure")).context["form"].fields
    page = client.post(at(main, "closure"), {"causes": ["policy_gap"], "seen": main.version})
    assert "还没有答复" in page.context["form"].errors["despite"][0]


def test_they_are_taken_apart_on_its_page(village, main, matter):
    join(village, matter, main)
    done(village.handler, matter, "unjoining", reason="是另一段渠")
    assert rows(village.handler, matter) == rows(village.handler, main) == []
