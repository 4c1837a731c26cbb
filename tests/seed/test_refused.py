"""Rows that were said and are refused: labels, control of people, rankings, promises to keep silent."""

import re
from pathlib import Path

import pytest
from django.apps import apps

import huiyin
from huiyin.matters.act import kinds
from huiyin.people.labels import LABELS
from tests.matters import stages

ROOT = Path(huiyin.__file__).parent
TEMPLATES = list(ROOT.rglob("*.html"))
CODE = [path for path in ROOT.rglob("*.py") if "migrations" not in path.parts]
NAMES = {
    name
    for model in apps.get_models()
    if model.__module__.startswith("huiyin.")
    for field in model._meta.get_fields()
    for name in (
        field.name,
        *(str(part) for choice in getattr(field, "choices", None) or () for part in choice),
    )
}


@pytest.mark.seed("S042")
@pytest.mark.parametrize("field", ["words", "reason", "plan", "answers"])
def test_nothing_that_an_officer_writes_calls_anybody_a_nuisance(village, refused, field):
    matter = stages.accepted_matter(village)
    handler = village.actor(village.handler)
    due = stages.after(10).date()
    acts = {
        "words": lambda: matter.note(by=handler, at=stages.START, words="又是那个难缠户"),
        "reason": lambda: matter.recuse(
            by=handler, at=stages.START, officer=village.second, reason="怕老上访"
        ),
        "plan": lambda: matter.investigate(by=handler, at=stages.START, plan="先稳住缠访的", due_on=due),
        "answers": lambda: _draft(village, "2026年3月，此人无理取闹"),
    }
    with refused("贴标签") as told:
        acts[field]()
    assert told.value.field == field


def _draft(village, facts):
    matter = stages.investigated_matter(village)
    matter.draft(by=village.actor(village.handler), answers=[stages.answers(matter)[0] | {"facts": facts}])


@pytest.mark.seed("S043")
@pytest.mark.parametrize("word", LABELS)
def test_no_word_of_the_list_can_be_written_of_anybody(village, refused, word):
    matter = stages.registered_matter(village)
    with refused("贴标签"):
        matter.note(by=village.actor(village.registrar), words=f"他是{word}。")


@pytest.mark.seed("S043")
def test_a_petitioners_own_words_are_never_turned_back_for_it(village):
    matter = stages.registered_matter(village, title="他们说我是钉子户", text="凭什么叫我缠访？")
    matter.supplement(by=stages.PETITIONER, text="又叫我老上访。")
    matter.state_view(by=village.actor(village.registrar), words="别再叫我钉子户。", agrees=False)
    assert matter.stated_views.get().words == "别再叫我钉子户。"


@pytest.mark.seed("S059")
@pytest.mark.seed("S117")
def test_there_is_no_place_for_a_promise_to_stop():
    silence = re.compile(
        "promise_to_stop|give_up|no_more|waive|settled_silence|息访|罢访|承诺不再|不再上访|停访"
    )
    assert [name for name in NAMES | set(kinds) if silence.search(name)] == []
    assert [path.name for path in TEMPLATES if silence.search(path.read_text("utf-8"))] == []


@pytest.mark.seed("S065")
def test_no_button_calls_force():
    force = re.compile("police|arrest|detain|expel|force|报警|出警|强制带离|拘留|训诫|清场")
    assert [name for name in kinds if force.search(name)] == []
    buttons = [
        found
        for path in TEMPLATES
        for found in re.findall(r"(?s)<button.*?</button>", path.read_text("utf-8"))
    ]
    assert buttons
    assert [button for button in buttons if force.search(re.sub(r"<[^>]*>", "", button))] == []


@pytest.mark.seed("S138")
def test_nobody_is_watched_or_kept_at_home():
    control = re.compile(
        "watch_?list|where_?abouts|travel|trip|movement|escort|intercept|stability|guard_of|稳控|劝返|截访|拦访|看管|行踪|进京|赴省"
    )
    assert [name for name in NAMES | set(kinds) if control.search(name)] == []


@pytest.mark.seed("S029")
def test_nothing_orders_places_or_organs_by_how_many_petition():
    counted = re.compile(
        r"annotate\(\s*(\w+)=Count\((?:[^()]|\([^()]*\))*\)\s*\)(?:[^\n]*\n?){0,4}?\.order_by\(\s*[\"']-?\1|most_common\("
    )
    known = "class A: q = Organ.objects.annotate(n=Count('petitions')).order_by('-n')"
    assert counted.search(known)
    assert [str(path.relative_to(ROOT)) for path in CODE if counted.search(path.read_text("utf-8"))] == []
