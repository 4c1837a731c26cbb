"""Sealed columns: transparent to read and write, closed to everything else."""

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, models
from hypothesis import given
from hypothesis import strategies as st

from huiyin.ledger.cipher import WrongSeal
from huiyin.ledger.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from huiyin.people.petitioner import Petitioner

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=10,
)


class Box(models.Model):
    """A model of these tests; it has no table."""

    text = EncryptedTextField(null=True)
    json = EncryptedJSONField(null=True)
    binary = EncryptedBinaryField(null=True)

    class Meta:
        app_label = "ledger"
        managed = False

    def __str__(self):
        return "box"


def through_the_database(name, value):
    """The value as it comes back from the column of a Box."""
    return opened(name, sealed(name, value))


def sealed(name, value):
    """The bytes that go into the column; psycopg wraps them."""
    token = Box._meta.get_field(name).get_db_prep_value(value, connection)
    return getattr(token, "obj", token)


def opened(name, token):
    """The value read from bytes in the column."""
    return Box._meta.get_field(name).from_db_value(token, None, connection)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text):
    assert through_the_database("text", text) == text


@given(JSON)
def test_any_json_comes_back(value):
    assert through_the_database("json", value) == value


@given(st.binary())
def test_any_bytes_come_back(value):
    assert through_the_database("binary", value) == value


def test_null_stays_null():
    assert through_the_database("text", None) is None


def test_json_is_kept_compact_and_in_characters():
    assert Box._meta.get_field("json").to_plain({"名": [1, 2]}) == '{"名":[1,2]}'.encode()


def test_a_value_of_one_column_does_not_open_in_another():
    with pytest.raises(WrongSeal):
        opened("binary", sealed("text", "x"))


@pytest.mark.parametrize("name", ["text", "json", "binary"])
def test_a_field_can_be_written_into_a_migration(name):
    _, path, args, kwargs = Box._meta.get_field(name).deconstruct()
    assert path.startswith("huiyin.ledger.fields.Encrypted")
    assert (args, kwargs.pop("null"), kwargs) == ([], True, {"editable": True} if name == "text" else {})


@pytest.mark.parametrize(
    "lookup", ["text", "text__contains", "text__gt", "text__upper", "json__key", "binary__in"]
)
def test_no_question_about_the_content_is_possible(lookup):
    with pytest.raises(FieldError, match="encrypted"):
        str(Box.objects.filter(**{lookup: "x"}).query)


def test_absence_may_be_asked_for():
    assert "IS NULL" in str(Box.objects.filter(text__isnull=True).query)


def test_a_fixture_never_holds_the_content():
    with pytest.raises(FieldError, match="not written to fixtures"):
        serializers.serialize("json", [Box(text="廖秀英")])


def test_an_update_seals_too(village):
    Petitioner.objects.filter(pk=village.elder.pk).update(address="新地址")
    assert Petitioner.objects.get(pk=village.elder.pk).address == "新地址"
