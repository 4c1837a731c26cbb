"""What is sealed opens in its own place only, and equal values find each other by their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.ledger.cipher import WrongSeal, blind_index, blind_indexes, open_sealed, seal
from huiyin.ledger.keys import Keyring


@pytest.fixture
def ring(tmp_path, settings):
    settings.KEYRING = Keyring.open(tmp_path / "keys", may_create=True)
    return settings.KEYRING


@given(st.binary(max_size=4096))
def test_what_is_sealed_opens_again(plain):
    assert open_sealed(seal(plain, aad="people.Petitioner.name"), aad="people.Petitioner.name") == plain


def test_the_same_value_is_sealed_differently_each_time():
    assert seal(b"a", aad="x") != seal(b"a", aad="x")


def test_a_token_does_not_open_in_another_place():
    with pytest.raises(WrongSeal):
        open_sealed(seal(b"a", aad="people.Petitioner.name"), aad="people.Petitioner.phone")


@given(st.data())
def test_a_token_with_any_bit_changed_does_not_open(data):
    token = bytearray(seal("安平镇".encode(), aad="x"))
    token[data.draw(st.integers(0, len(token) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(WrongSeal):
        open_sealed(bytes(token), aad="x")


@pytest.mark.parametrize("token", [b"", b"\x01", b"\x01\x00\x01", b"\x02" * 40])
def test_something_that_is_no_token_does_not_open(token):
    with pytest.raises(WrongSeal):
        open_sealed(token, aad="x")


def test_what_an_old_key_sealed_stays_readable_after_rotation(ring):
    token = seal(b"a", aad="x")
    ring.rotate("cipher")
    assert (open_sealed(token, aad="x"), seal(b"a", aad="x")[:3]) == (b"a", b"\x01\x00\x02")


def test_equal_values_have_equal_marks():
    assert blind_index("phone", "13800000001") == blind_index("phone", "13800000001")


def test_the_same_value_of_another_kind_has_another_mark():
    assert blind_index("phone", "1") != blind_index("name", "1")


def test_a_look_up_during_rotation_asks_for_the_old_mark_too(ring):
    old = blind_index("phone", "1")
    ring.rotate("index")
    assert blind_indexes("phone", "1") == [blind_index("phone", "1"), old]
