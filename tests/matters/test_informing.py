"""Informing the personnel organ of what is reported of a cadre (Art. 30.2): what, never who."""

import pytest

from huiyin.matters.grant import Grant
from huiyin.matters.matter import Matter
from huiyin.matters.possible import acts_open_to
from huiyin.people.organ import Organ
from tests.matters import stages

SAID = "反映某局一名副局长收受财物。"


@pytest.fixture
def personnel(village):
    return Organ.objects.create(name="中共明川市委组织部", kind="personnel", region_id="9901")


@pytest.fixture
def accusation(village):
    matter = stages.registered_matter(village, accusation=True, named=(village.bureau,))
    matter.triage(by=village.actor(village.keeper), kind="accusation", reports_wrongdoing=True)
    return matter


def test_the_personnel_organ_gets_a_letter_with_the_situation_alone(village, personnel, accusation):
    accusation.inform_personnel(by=village.actor(village.keeper), to=personnel, situation=SAID)
    letter = accusation.documents.get(kind="D03").fields
    assert (letter["title"], letter["addressee"]) == ("反映干部问题信访情况通报", "中共明川市委组织部")
    assert SAID in str(letter) and accusation.title not in str(letter)
    assert stages.ELDER.name not in str(letter)


def test_it_gets_no_sight_of_the_matter(village, personnel, accusation):
    before = Grant.objects.filter(matter=accusation).count()
    accusation.inform_personnel(by=village.actor(village.keeper), to=personnel, situation=SAID)
    assert Grant.objects.filter(matter=accusation).count() == before


def test_who_reported_is_not_named_in_it(village, personnel, accusation, refused):
    with refused("不写是谁反映的"):
        accusation.inform_personnel(
            by=village.actor(village.keeper), to=personnel, situation=f"{stages.ELDER.name}反映副局长收钱。"
        )


def test_a_grave_case_says_to_whom_else_it_was_reported(village, personnel, accusation):
    accusation.inform_personnel(
        by=village.actor(village.keeper), to=personnel, situation=SAID, reported_to="市委书记、分管副书记"
    )
    assert "市委书记、分管副书记" in str(accusation.documents.get(kind="D03").fields)


def test_it_may_be_done_after_the_referral_too(village, personnel, accusation):
    keeper = village.actor(village.keeper)
    accusation.refer_discipline(by=keeper, to=village.discipline, reason="违纪线索")
    accusation.inform_personnel(by=keeper, to=personnel, situation=SAID)
    assert accusation.stage == "referred_discipline"


def test_it_goes_to_a_personnel_organ_only(village, accusation, refused):
    with refused("组织（人事）部门"):
        accusation.inform_personnel(by=village.actor(village.keeper), to=village.city, situation=SAID)


def test_it_never_goes_to_the_organ_that_is_named(village, personnel, refused):
    matter = stages.registered_matter(village, accusation=True, named=(personnel,))
    keeper = village.actor(village.keeper)
    matter.triage(by=keeper, kind="accusation", reports_wrongdoing=True)
    with refused("被反映的单位"):
        matter.inform_personnel(by=keeper, to=personnel, situation=SAID)


def test_an_open_matter_does_not_offer_it(village):
    acts = {move.act for move in acts_open_to(stages.triaged_matter(village), village.actor(village.keeper))}
    assert "inform_personnel" not in acts


def test_the_petitioner_reads_nothing_of_it_and_nobody_else_sees_the_matter(village, personnel, accusation):
    accusation.inform_personnel(by=village.actor(village.keeper), to=personnel, situation=SAID)
    for officer in (village.triager, village.bureau_handler, village.bureau_head, village.leader):
        assert not Matter.objects.visible_to(officer).filter(pk=accusation.pk).exists()
