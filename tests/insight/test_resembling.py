"""Which matters may be the same: keys first, then words; among what one may see, and never what is sealed."""

import pytest

from huiyin.insight.resembling import alike, resembling
from huiyin.matters.filing import Person
from huiyin.matters.matter import Matter
from tests.matters import stages
from tests.village import resident_number

pytestmark = [pytest.mark.django_db, pytest.mark.engine, pytest.mark.seed("S046")]
CANAL = {"title": "石桥村灌溉渠损坏", "text": "去年汛期后灌溉渠一直没有修，三十亩地浇不上水。"}
REWORDED = {"title": "渠还没有修", "text": "石桥村灌溉渠塌了一年，三十亩地浇不上水。"}
PENSION = {"title": "低保停发", "text": "去年十月停发了低保，没有人说过原因。"}
SOMEBODY = Person(name="梁文", phone="13800000009")


def again(village, **told):
    return stages.triaged_matter(village, **CANAL | told)


def found(matter, village, officer="triager"):
    visible = Matter.objects.visible_to(getattr(village, officer))
    return resembling(matter, visible, visible)


def by_pk(rows):
    return {row.matter.pk: row for row in rows}


def test_the_same_document_number_is_the_same_person_whatever_is_said(village):
    earlier = stages.accepted_matter(village, **PENSION)
    (row,) = found(again(village), village)
    assert (row.matter, row.keys, row.same_person) == (earlier, ("id", "phone"), True)


def test_one_co_signer_is_enough(village):
    signers = (SOMEBODY, Person(name="何大山", id_number=resident_number("19780620", "001")))
    earlier = stages.accepted_matter(village, **PENSION, people=signers)
    mine = Person(name="老何", id_number=resident_number("19780620", "001"))
    (row,) = found(again(village, people=(Person(name="周元"), mine)), village)
    assert (row.matter, row.keys) == (earlier, ("id",))


def test_an_organisation_is_known_by_its_code(village):
    company = Person(
        name="青石茶业", is_organisation=True, id_type="credit_code", id_number="91990101MA000000AQ"
    )
    earlier = stages.accepted_matter(village, **PENSION, people=(company,))
    assert by_pk(found(again(village, people=(company,)), village))[earlier.pk].keys == ("id",)


def test_a_name_alone_is_nobody(village):
    stages.accepted_matter(village, **PENSION, people=(Person(name="廖秀英"),))
    assert found(again(village), village) == []


def test_another_side_of_a_matter_is_not_its_petitioner(village):
    earlier = stages.accepted_matter(village, **PENSION, people=(SOMEBODY,))
    earlier.name_party(
        by=village.actor(village.handler),
        side="other",
        name="廖秀英",
        is_organisation=False,
        phone="13800000001",
    )
    assert found(again(village), village) == []


def test_like_words_are_found_and_quoted(village):
    earlier = stages.accepted_matter(village, **REWORDED, people=(SOMEBODY,))
    stages.accepted_matter(village, **PENSION, people=(SOMEBODY,))
    (row,) = found(again(village), village)
    assert (row.matter, row.keys) == (earlier, ())
    assert any("三十亩地浇不上水" in phrase for phrase in row.phrases)


def test_the_same_person_about_the_same_stands_first(village):
    words = stages.accepted_matter(village, **REWORDED, people=(SOMEBODY,))
    person = stages.accepted_matter(village, **PENSION)
    both = stages.accepted_matter(village, **REWORDED)
    assert [row.matter for row in found(again(village), village)] == [both, person, words]


def test_without_names_the_organ_complained_of_stands_beside_like_words(village):
    told = {"people": (), "named": (village.town,)}
    alike_too = stages.accepted_matter(village, **REWORDED, **told)
    stages.accepted_matter(village, **PENSION, **told)
    (row,) = found(again(village, **told), village)
    assert (row.matter, row.keys, row.same_person) == (alike_too, ("unnamed",), False)


def test_what_is_sealed_is_never_among_them(village):
    stages.registered_matter(village, **CANAL, accusation=True)
    assert found(again(village), village) == []
    assert found(again(village, people=(SOMEBODY,)), village, "keeper") == []


def test_what_one_may_not_see_is_not_among_them(village):
    stages.accepted_matter(village, **CANAL)
    assert found(stages.triaged_matter(village, **CANAL), village, "stranger") == []


def test_whom_one_may_not_know_is_not_compared(village):
    stages.accepted_matter(village, **PENSION)
    mine = again(village)
    visible = Matter.objects.visible_to(village.triager)
    assert resembling(mine, visible, visible.none()) == []


def test_what_was_linked_to_it_is_not_proposed_again(village):
    live = stages.accepted_matter(village, **CANAL)
    repeat = again(village)
    repeat.link(by=village.actor(village.triager), at=stages.START, live=live, reason="同一条渠")
    assert found(live, village) == []


def test_typed_words_are_compared_without_a_matter(village):
    earlier = stages.accepted_matter(village, **CANAL)
    (row,) = alike("石桥村的灌溉渠还是没有修好", Matter.objects.visible_to(village.registrar))
    assert row.matter == earlier
    assert alike("", Matter.objects.visible_to(village.registrar)) == []


def test_the_queries_do_not_grow_with_the_matters(village, django_assert_max_num_queries):
    mine = again(village)
    for _ in range(6):
        stages.accepted_matter(village, **REWORDED)
    with django_assert_max_num_queries(14):
        assert len(found(mine, village)) == 6
