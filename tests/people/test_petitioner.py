"""Petitioners: sealed, found again, never shown more than needed."""

import pytest
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection

from huiyin.ledger.keys import Keyring
from huiyin.people.petitioner import Petitioner


def raw(petitioner, column):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM people_petitioner WHERE name_index = %s", [petitioner.name_index]
        )
        return cursor.fetchone()[0]


@pytest.mark.parametrize("field", ["name", "id_type", "id_number", "phone", "address"])
def test_nothing_about_a_person_is_readable_in_the_database(village, field):
    assert getattr(village.elder, field).encode() not in bytes(raw(village.elder, field))


@pytest.mark.parametrize(
    "typed", ["13800000001", "138-0000-0001", "+86 138 0000 0001", "１３８００００００01"]
)
def test_someone_is_found_by_phone_however_it_is_typed(village, typed):
    assert list(Petitioner.objects.found_by_phone(typed)) == [village.elder]


def test_someone_is_found_by_name_with_a_space_in_it(village):
    assert list(Petitioner.objects.found_by_name("廖 秀英")) == [village.elder]


def test_someone_is_found_by_document_number_in_full_width(village):
    wide = village.elder.id_number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert list(Petitioner.objects.found_by_id(wide)) == [village.elder]


@pytest.mark.parametrize("ask", ["found_by_name", "found_by_id", "found_by_phone"])
def test_an_empty_question_finds_nobody(village, ask):
    Petitioner.objects.enter(name="某人")
    assert not getattr(Petitioner.objects, ask)(" ").exists()


def test_a_phone_that_cannot_be_called_never_stops_a_registration(db):
    petitioner = Petitioner.objects.enter(name="何大山", phone="村口小卖部转")
    assert list(Petitioner.objects.found_by_phone("村口小卖部转")) == [petitioner]


def test_someone_may_be_entered_without_any_word_about_themselves(db):
    assert str(Petitioner.objects.enter()) == "匿名"


@pytest.mark.parametrize("name", ["𬱖𠅤", "张\x00三", "“引号”'\\"])
def test_every_character_comes_back_as_it_was(db, name):
    made = Petitioner.objects.enter(name=name)
    assert Petitioner.objects.get(pk=made.pk).name == name


def test_what_is_not_given_stays_null(db):
    made = Petitioner.objects.enter(name="何大山")
    assert Petitioner.objects.filter(pk=made.pk, phone__isnull=True).exists()


def test_a_correction_moves_the_mark_too(village):
    village.elder.correct(phone="13900000009")
    assert not Petitioner.objects.found_by_phone("13800000001").exists()
    assert Petitioner.objects.found_by_phone("13900000009").get().phone == "13900000009"


@pytest.mark.parametrize("question", [{"name": "廖秀英"}, {"phone__contains": "138"}, {"address__in": ["x"]}])
def test_a_sealed_field_cannot_be_looked_up(db, question):
    with pytest.raises(FieldError, match="encrypted"):
        Petitioner.objects.filter(**question)


def test_a_value_moved_to_another_column_does_not_open(village):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_petitioner SET address = phone")
    with pytest.raises(ValueError, match="does not open"):
        Petitioner.objects.get(pk=village.elder.pk)


def test_the_petitioner_prints_masked(village):
    assert (str(village.elder), str(village.company)) == ("廖**", "明川市青****")
    assert "廖秀英" not in repr(village.elder)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"name": None}, "petitioner_name_has_its_index"),
        ({"phone_index": ""}, "petitioner_phone_has_its_index"),
        ({"id_type": None}, "petitioner_id_number_has_its_index_and_type"),
        ({"kind": "dangerous"}, "petitioner_kind_is_known"),
    ],
)
def test_the_database_keeps_values_and_marks_together(village, changes, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Petitioner.objects.filter(pk=village.elder.pk).update(**changes)


def test_during_a_rotation_everyone_is_still_found(settings, tmp_path, db):
    settings.KEYRING = Keyring.open(tmp_path / "keys", may_create=True)
    old = Petitioner.objects.enter(name="廖秀英", phone="13800000001")
    settings.KEYRING.rotate("index")
    new = Petitioner.objects.enter(name="廖秀英", phone="13800000001")
    assert set(Petitioner.objects.found_by_phone("13800000001")) == {old, new}


def test_after_rebuilding_nothing_needs_the_old_keys(settings, tmp_path, db):
    settings.KEYRING = Keyring.open(tmp_path / "keys", may_create=True)
    made = Petitioner.objects.enter(name="廖秀英", phone="13800000001", address="石桥村")
    settings.KEYRING.rotate("index")
    settings.KEYRING.rotate("cipher")
    assert Petitioner.objects.rebuild_indexes() == 1
    made.refresh_from_db()
    assert made.phone_index.startswith("2:") and bytes(raw(made, "address"))[:3] == b"\x01\x00\x02"


def test_rebuilding_goes_through_every_batch(settings, tmp_path, db, monkeypatch):
    monkeypatch.setattr("huiyin.people.petitioner.BATCH", 2)
    for number in range(5):
        Petitioner.objects.enter(name=f"何{'大' * (number + 1)}")
    assert Petitioner.objects.rebuild_indexes() == 5
