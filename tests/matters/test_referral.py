"""Referral: litigation to the organ of its own law, sealed accusations to discipline; none of our clocks runs there."""

import pytest

from huiyin.matters.matter import Matter
from huiyin.people.organ import Organ
from tests.matters import stages


@pytest.fixture
def court(village):
    return Organ.objects.create(name="城南县人民法院", kind="court", region_id="990101", phone="12368")


def test_litigation_goes_to_the_political_legal_organ_and_no_clock_runs(village, running, court):
    matter = stages.triaged_matter(village, kind="judicial")
    matter.refer_judicial(by=village.actor(village.triager), to=court, reason="对判决不服")
    assert matter.stage == "referred_judicial"
    assert running(matter) == set()


def test_the_petitioner_is_told_where_litigation_went(village, court):
    matter = stages.triaged_matter(village, kind="judicial")
    matter.refer_judicial(by=village.actor(village.triager), to=court, reason="对判决不服")
    said = "".join(words for _kind, words in matter.documents.get(kind="D11").fields["blocks"])
    assert "城南县人民法院" in said
    assert "12368" in said


def test_the_letter_to_a_court_sets_it_no_dates_of_ours(village, court):
    matter = stages.triaged_matter(village, kind="judicial")
    matter.refer_judicial(by=village.actor(village.triager), to=court, reason="对判决不服")
    labels = [label for label, _value in matter.documents.get(kind="D03").fields["blocks"][0][1]]
    assert "有异议的" not in labels


def test_litigation_does_not_go_to_a_township(village, refused):
    matter = stages.triaged_matter(village, kind="judicial")
    with refused("政法机关"):
        matter.refer_judicial(by=village.actor(village.triager), to=village.town, reason="对判决不服")


def test_an_accusation_is_sealed_before_it_is_referred(village, refused):
    matter = stages.triaged_matter(village)
    with refused("先封存"):
        matter.refer_discipline(by=village.actor(village.triager), to=village.discipline, reason="违纪线索")


def test_its_keeper_triages_and_refers_an_accusation(village, running):
    matter = stages.registered_matter(village, accusation=True)
    keeper = village.actor(village.keeper)
    matter.triage(by=keeper, kind="accusation", reports_wrongdoing=True)
    matter.refer_discipline(by=keeper, to=village.discipline, reason="违纪线索")
    assert (matter.stage, matter.lead.organ) == ("referred_discipline", village.discipline)
    assert running(matter) == set()


def test_an_accusation_never_goes_to_an_organ_that_it_names(village, refused):
    keepers = village.county
    keepers.kind = "discipline"
    keepers.save()
    matter = stages.registered_matter(village, accusation=True, named=(village.county,))
    keeper = village.actor(village.keeper)
    matter.triage(by=keeper, kind="accusation", reports_wrongdoing=True)
    with refused("被反映的单位"):
        matter.refer_discipline(by=keeper, to=village.county, reason="违纪线索")


def test_an_accusation_goes_to_nobody_but_discipline(village, refused):
    matter = stages.registered_matter(village, accusation=True)
    keeper = village.actor(village.keeper)
    matter.triage(by=keeper, kind="accusation", reports_wrongdoing=True)
    with refused("纪检监察机关"):
        matter.refer_discipline(by=keeper, to=village.bureau, reason="违纪线索")


def test_a_sealed_matter_is_not_forwarded(village, refused):
    matter = stages.registered_matter(village, accusation=True)
    keeper = village.actor(village.keeper)
    matter.triage(by=keeper, kind="accusation", reports_wrongdoing=True)
    with refused("封存"):
        matter.forward(by=keeper, to=village.town, reason="归镇里")


def test_after_referral_the_discipline_keepers_still_see_it(village):
    matter = stages.registered_matter(village, accusation=True)
    keeper = village.actor(village.keeper)
    matter.triage(by=keeper, kind="accusation", reports_wrongdoing=True)
    matter.refer_discipline(by=keeper, to=village.discipline, reason="违纪线索")
    assert Matter.objects.visible_to(village.other_keeper).get() == matter
