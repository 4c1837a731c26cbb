"""Registration: the one way in, which refuses nobody and answers with number, code and date."""

import uuid
from datetime import date

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiyin.ledger.entry import Entry
from huiyin.matters import code
from huiyin.matters.filing import Channel, Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt
from huiyin.matters.registration import register
from huiyin.people.organ import Organ
from tests.matters import stages


def test_a_registered_matter_has_a_number_of_its_organ_and_month(village):
    assert stages.registered_matter(village).number == "明信2026-03-0001"


def test_the_receipt_carries_a_code_that_opens_the_matter(village):
    done = stages.registration(village)
    assert Receipt.opening(done.matter.number, done.receipt.shown) == done.receipt
    assert code.well_formed(done.receipt.shown)


def test_the_code_is_kept_only_as_a_mark(village):
    receipt = stages.registration(village).receipt
    assert receipt.shown not in receipt.code_hmac


def test_the_code_is_forgotten_after_a_day(village):
    receipt = stages.registration(village).receipt
    Receipt.forget_codes(stages.after(2))
    receipt.refresh_from_db()
    assert receipt.shown is None


def test_the_office_has_fifteen_days_to_pass_it_on(village, running):
    matter = stages.registered_matter(village)
    assert running(matter) == {"triage"}
    assert matter.clocks.get().due_on == date(2026, 3, 17)


def test_a_unit_that_receives_directly_has_its_own_fifteen_days(village, running):
    matter = stages.registered_matter(village, organ=village.town)
    assert running(matter) == {"notice-direct"}


def test_the_same_form_sent_twice_is_one_matter(village):
    told = stages.filing(key=uuid.uuid4())
    first = register(told, by=stages.PETITIONER, organ=village.city_office)
    second = register(told, by=stages.PETITIONER, organ=village.city_office)
    assert first == second
    assert Matter.system.count() == 1


def test_one_group_petition_keeps_count_and_contacts(village):
    matter = stages.registered_matter(village, people=(stages.ELDER, stages.FARMER), people_count=12)
    assert matter.petitions.get().people_count == 12
    assert matter.parties.filter(is_contact=True).count() == 2


def test_somebody_is_a_contact_whatever_was_ticked(village):
    matter = stages.registered_matter(village, people=(Person(name="廖秀英", is_contact=False),))
    assert matter.parties.get().is_contact


def test_a_petition_without_a_name_is_registered(village):
    assert stages.registered_matter(village, people=()).number


def test_a_letter_keeps_its_postmark_apart_from_the_day_it_came(village):
    matter = stages.registered_matter(village, channel=Channel.LETTER, postmarked_on=date(2026, 2, 26))
    petition = matter.petitions.get()
    assert (petition.postmarked_on, timezone.localdate(petition.received_at)) == (
        date(2026, 2, 26),
        date(2026, 3, 2),
    )


def test_each_wish_becomes_a_request_in_its_order(village):
    matter = stages.registered_matter(village, wishes=("修渠", "补种子钱"))
    assert [request.text for request in matter.requests.all()] == ["修渠", "补种子钱"]


def test_without_a_wish_the_title_is_the_request(village):
    matter = stages.registered_matter(village, wishes=())
    assert matter.requests.get().text == stages.TITLE


def test_an_organ_named_in_the_words_is_written_down_and_sees_nothing(village):
    matter = stages.registered_matter(village, text="安平镇人民政府说不归它管。")
    assert matter.mentions.get().organ == village.town
    assert not Matter.objects.visible_to(village.handler).exists()


def test_an_officer_without_the_duty_cannot_register(village, refused):
    handler = village.actor(village.handler)
    with refused("登记"):
        register(stages.filing(), by=handler, organ=village.town)
    assert Matter.system.count() == 0


def test_an_organ_without_letters_still_registers(village):
    Organ.objects.filter(pk__in=[village.town.pk, village.county.pk]).update(letters="")
    village.town.refresh_from_db()
    village.county.refresh_from_db()
    first = stages.registered_matter(village, organ=village.town)
    second = stages.registered_matter(village, organ=village.county)
    assert first.number != second.number


def test_the_record_begins_with_the_registration(village):
    matter = stages.registered_matter(village)
    entry = Entry.objects.get(stream=matter.pk)
    assert (entry.number, entry.kind) == (1, "register")


words = st.text(max_size=200)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=words, text=words, name=words, phone=words, wishes=st.lists(words, max_size=3))
def test_whatever_anybody_writes_gets_a_number(village, title, text, name, phone, wishes):
    told = Filing(title=title, text=text, wishes=tuple(wishes), people=(Person(name=name, phone=phone),))
    done = register(told, by=stages.PETITIONER, organ=village.city_office)
    assert done.matter.number
    assert Matter.system.get(pk=done.matter.pk).text == text
