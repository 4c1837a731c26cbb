"""Search: everything that a scan would find is found, on both engines, and the index itself says nothing."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiyin.matters.matter import Matter
from huiyin.matters.search import matching
from tests.matters import stages

pytestmark = pytest.mark.engine

# common, rare (beyond the basic plane), compatibility forms, letters, digits, and what stands between words
LETTERS = "渠水地田修坏村镇信访㛃𠮷𰻞龘ＡaＢb１2Éé"
BETWEEN = " ，。、\n-_（）·"
texts = st.text(alphabet=LETTERS + BETWEEN, min_size=0, max_size=40)


def found(village, query: str) -> set:
    return set(matching(Matter.objects.visible_to(village.registrar), query).values_list("pk", flat=True))


def scanned(words: dict, query: str) -> set:
    """By reading every text: those in which the query stands within one run of letters."""
    return {pk for pk, text in words.items() if _plain(query) in _plain(text)}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), written=st.lists(texts, min_size=3, max_size=6))
def test_whatever_a_scan_finds_is_found(village, data, written):
    words = {
        stages.registered_matter(village, title="", text=text, wishes=("水",)).pk: text for text in written
    }
    source = data.draw(st.sampled_from(written))
    start = data.draw(st.integers(0, max(len(source) - 2, 0)))
    query = source[start : start + data.draw(st.integers(2, 6))]
    runs = "".join(" " if character in BETWEEN else character for character in query).split()
    if runs and len(runs) == 1 and len(_plain(runs[0])) >= 2:
        assert scanned(words, runs[0]) <= found(village, query)


@pytest.mark.parametrize(
    "query", ["灌溉", "溉渠", "三十亩", "灌溉渠一直没有修", "２０２６", "2026", "Abc", "ａｂｃ"]
)
def test_two_characters_or_more_are_found(village, query):
    matter = stages.registered_matter(village, text="去年汛期后灌溉渠一直没有修，三十亩地，2026年ABC号。")
    assert found(village, query) == {matter.pk}


@pytest.mark.parametrize("query", ["㛃阿", "𠮷野", "𰻞𰻞", "龘"])
def test_rare_characters_are_found_and_single_ones_are_not_looked_for(village, query):
    matter = stages.registered_matter(village, text="㛃阿依在𠮷野家吃𰻞𰻞面，龘。")
    assert found(village, query) == ({matter.pk} if len(query) > 1 else set())


def test_a_phrase_does_not_reach_across_punctuation(village):
    stages.registered_matter(village, text="修渠。水坏")
    assert found(village, "渠水") == set()


def test_every_word_must_stand_in_it(village):
    matter = stages.registered_matter(village, text="修渠，赔种子。")
    stages.registered_matter(village, text="修路。")
    assert found(village, "修渠 种子") == {matter.pk}
    assert found(village, "修渠 修路") == set()


def test_a_number_finds_its_matter(village):
    matter = stages.registered_matter(village)
    assert matter.pk in found(village, matter.number)


@pytest.mark.parametrize("query", ['"', "' OR 1=1", "* AND", "NEAR(", "%__", "\\", "", " ", "渠"])
def test_signs_and_nothing_find_nothing_and_break_nothing(village, query):
    stages.registered_matter(village)
    assert found(village, query) == set()


def test_the_newest_comes_first(village):
    first, second = stages.registered_matter(village), stages.registered_matter(village)
    assert list(matching(Matter.objects.visible_to(village.registrar), "灌溉")) == [second, first]


def test_the_index_says_nothing_in_clear(village):
    stages.registered_matter(village)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tokens FROM matters_tokens")
        assert "渠" not in str(cursor.fetchall())


def test_nobody_finds_what_they_may_not_see(village):
    stages.registered_matter(village)
    assert not matching(Matter.objects.visible_to(village.stranger), "灌溉").exists()
