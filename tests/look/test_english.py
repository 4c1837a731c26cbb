"""The English pages say everything that the Chinese ones say."""

import re

import polib

from tools import words

BLANK = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sd](?![a-z])")
CHINESE = re.compile("[\u4e00-\u9fff]")
QUOTED = re.compile("“[^”]*”")  # what stands in a sheet or is to be written into it
PO = words.catalogue()
MO = polib.mofile(str(words.CATALOGUE.with_suffix(".mo")))


def test_everything_the_sources_say_has_an_english_text():
    translated = {(entry.msgid, entry.msgid_plural) for entry in PO if entry.translated()}
    assert sorted(words.said().keys() - translated) == []


def test_the_catalogue_keeps_nothing_that_nobody_says():
    assert sorted({(entry.msgid, entry.msgid_plural) for entry in PO} - words.said().keys()) == []


def test_the_compiled_catalogue_is_the_written_one():
    written = {entry.msgid: entry.msgstr or entry.msgstr_plural for entry in PO}
    assert {entry.msgid: entry.msgstr or entry.msgstr_plural for entry in MO} == written


def test_every_blank_of_a_translation_is_filled():
    strangers = [
        (entry.msgid, text)
        for entry in PO
        for text in _texts(entry)
        if not set(BLANK.findall(text)) <= set(BLANK.findall(entry.msgid))
    ]
    assert strangers == []


def test_no_chinese_is_left_in_english_sentences():
    assert [text for entry in PO for text in _texts(entry) if CHINESE.search(QUOTED.sub("", text))] == []


def _texts(entry: polib.POEntry) -> list[str]:
    return [entry.msgstr, *entry.msgstr_plural.values()]
