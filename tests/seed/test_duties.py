"""Rows about whose it is and until when."""

from datetime import date, timedelta

import pytest

from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from tests.matters import stages
from tests.village import CAST


@pytest.mark.seed("S018")
@pytest.mark.parametrize(
    "filing",
    [
        Filing(title="", text=""),
        Filing(title="没有名字", text="也没有地址"),
        Filing(title="\x00\ufffe", text="🙂" * 5000, people=(Person(name=" ", phone="不记得"),)),
        Filing(title="还是那件事", text="第二十次来", people_count=400),
        Filing(title="举报", text="举报", accusation=True),
    ],
    ids=["nothing", "nobody", "strange", "again", "accusation"],
)
def test_no_petition_is_turned_away(village, filing):
    done = register(filing, by=stages.PETITIONER, organ=village.city_office)
    assert done.receipt.shown
    assert Matter.system.get(pk=done.matter_id).stage == "registered"


@pytest.mark.seed("S018")
def test_an_accusation_of_those_who_keep_accusations_is_not_turned_away(village):
    matter = stages.registered_matter(village, accusation=True, named=(village.discipline,))
    assert (matter.stage, matter.sealed) == ("registered", True)


@pytest.mark.seed("S151")
@pytest.mark.parametrize("organ", ["town", "bureau", "county_office", "elsewhere"])
def test_any_counter_registers_for_any_unit(village, organ):
    told = stages.filing()
    done = register(told, by=village.actor(village.registrar), organ=getattr(village, organ))
    assert done.matter.lead.organ == getattr(village, organ)


@pytest.mark.seed("S070")
@pytest.mark.parametrize("again", ["agreed objection", "reopening", "withdrawal and return"])
def test_nothing_makes_a_matter_younger(village, again):
    triager, handler = village.actor(village.triager), village.actor(village.handler)
    if again == "agreed objection":
        matter = stages.objected_matter(village)
        matter.agree_objection(by=triager, at=stages.after(9), reason="属实", to=village.bureau)
    elif again == "reopening":
        matter = stages.closed_matter(village)
        matter.reopen(by=handler, at=stages.after(90), facts="又塌了")
    else:
        matter = stages.registered_matter(village)
        matter.withdraw(by=stages.PETITIONER, at=stages.after(1))
        matter.reopen(by=stages.PETITIONER, at=stages.after(20), facts="还是要办")
    matter.refresh_from_db()
    assert (matter.registered_at, matter.heard_on) == (stages.START, stages.START.date())


@pytest.mark.seed("S073q4")
def test_an_accepted_matter_names_its_handler(village, refused):
    matter = stages.notified_matter(village)
    handler = village.actor(village.handler)
    with refused("本单位有这项职责"):
        matter.accept(by=handler, at=stages.START, handler=village.actor(village.head).post)
    matter.accept(by=handler, at=stages.START, handler=handler.post)
    assert matter.lead.handler.holdings.get().officer == village.handler


@pytest.mark.seed("S073q5")
def test_the_day_an_organ_sets_itself_is_within_the_law(village, refused):
    matter = stages.accepted_matter(village)
    handler, legal = village.actor(village.handler), matter.clocks.get(term="handling").due_on
    with refused("不能晚于法定期限"):
        matter.investigate(by=handler, at=stages.START, plan="去看", due_on=legal + timedelta(days=1))
    matter.investigate(by=handler, at=stages.START, plan="去看", due_on=legal)
    assert matter.investigations.get().due_on == legal


@pytest.mark.seed("S123")
@pytest.mark.parametrize(("wanted", "binding"), [(20, date(2026, 3, 22)), (90, date(2026, 5, 6))])
def test_of_the_day_that_was_set_and_the_legal_one_the_earlier_binds(village, wanted, binding):
    matter = stages.triaged_matter(village)
    handler, due = village.actor(village.handler), stages.after(wanted).date()
    matter.assign(
        by=village.actor(village.triager),
        at=stages.START,
        to=village.town,
        reason="要结果",
        report_due_on=due,
    )
    matter.notify(by=handler, at=stages.START, route="L6", procedure="书面答复")
    matter.accept(by=handler, at=stages.START, handler=handler.post)
    first = min(matter.clocks.running(), key=lambda clock: clock.due_on)
    assert matter.lead.next_due_on == first.due_on
    assert first.due_on - binding <= timedelta(days=1)  # a rest day moves it to the next working day


@pytest.mark.seed("S124")
def test_where_no_day_was_set_the_legal_one_holds(village):
    matter = stages.accepted_matter(village)
    assert matter.lead.next_due_on == date(2026, 5, 6)  # sixty days, and then over the May holiday


@pytest.mark.seed("S148")
@pytest.mark.parametrize("part", sorted(CAST))
def test_a_matter_is_seen_along_its_own_chain_and_nowhere_else(village, part):
    stages.requested_review(village)
    chain = {village.city_office, village.town, village.county}
    officer = getattr(village, part)
    on_the_chain = officer.actors()[0].organ in chain
    assert Matter.objects.visible_to(officer).exists() == on_the_chain
