"""Which matters may be the same as one in hand (同人 + 同事): exact keys first, then likeness of words. It proposes;
a person confirms.

Asked only with a matter or a registration in hand, and only among matters that whoever asks may see: rarity, too, is
counted among those. The number of queries does not grow with the matters.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from huiyin.insight.likeness import Rarity, containment, likeness, phrases, tokens_of
from huiyin.ledger.cipher import blind_indexes
from huiyin.matters import search
from huiyin.matters.mention import Mention
from huiyin.matters.party import Party
from huiyin.people.normal_form import normal_id, normal_phone

ENOUGH = 0.13
"""From which likeness on a matter is shown: measured, docs/build/likeness.md."""
SAMPLE, PROBES, REACHED = 500, 32, 1000
"""Texts by which rarity is judged, rarest tokens looked for, and matters compared, the newest of them."""
PEOPLE = 200
"""Of a joint petition so many people are compared."""


@dataclass(frozen=True)
class Resemblance:
    """One matter that may be the same: by which keys (`id`, `phone`, `unnamed`), how alike, in which words."""

    matter: Any
    keys: tuple[str, ...]
    score: float
    phrases: tuple[str, ...]

    @property
    def same_person(self) -> bool:
        """The same person by document or phone, not merely the same words."""
        return bool({"id", "phone"} & set(self.keys))


def resembling(matter: Any, among: QuerySet, known: QuerySet, most: int = 8) -> list[Resemblance]:
    """The matters of `among` that may be the same as this one: same person and alike first, then either.

    `known` are those of them whose petitioners whoever asks may know; people are compared among these alone.
    """
    own = matter.halves().values("pk")
    others = among.exclude(pk=matter.pk).exclude(pk__in=own).exclude(linked_to=matter).filter(sealed=False)
    text = f"{matter.title}\n{matter.place_text}\n{matter.text}"
    people = others.filter(pk__in=known.values("pk"))
    keys, (scores, rarity) = _same_people(matter, people), _alike(text, others)
    if not matter.parties.petitioners().exists():
        keys |= _unnamed(matter, others, scores)
    newest_first = sorted({*keys, *scores}, reverse=True)
    order = sorted(newest_first, key=lambda pk: (pk not in keys, -scores.get(pk, 0.0)))[:most]
    found = others.in_bulk(order)
    return [
        Resemblance(one, keys.get(pk, ()), scores.get(pk, 0.0), _said_by_both(text, one, rarity))
        for pk in order
        if (one := found.get(pk)) is not None
    ]


def alike(text: str, among: QuerySet, most: int = 5) -> list[Resemblance]:
    """The matters of `among` in which most of a few typed words stand, the likest first."""
    scores, rarity = _alike(text, among.filter(sealed=False), containment)
    order = sorted(scores, key=lambda pk: -scores[pk])[:most]
    found = among.in_bulk(order)
    return [
        Resemblance(found[pk], (), scores[pk], _said_by_both(text, found[pk], rarity))
        for pk in order
        if pk in found
    ]


def _alike(
    text: str, among: QuerySet, measure: Callable[..., float] = likeness
) -> tuple[dict[Any, float], Rarity]:
    """By matter, the likeness of those that are like enough."""
    own, indexed = tokens_of(text), among.filter(words__isnull=False).order_by("-words__id")
    sample = search.tokens_by_matter(indexed[:SAMPLE])
    rarity = Rarity.among(list(sample.values()))
    probes = rarity.rarest(own, PROBES)
    reached = search.tokens_by_matter(search.with_any(indexed, probes)[:REACHED]) if probes else {}
    scores = {pk: measure(own, tokens, rarity) for pk, tokens in reached.items()}
    return {pk: score for pk, score in scores.items() if score >= ENOUGH}, rarity


def _said_by_both(text: str, other: Any, rarity: Rarity) -> tuple[str, ...]:
    return tuple(phrases(text, f"{other.title}\n{other.place_text}\n{other.text}", rarity))


def _same_people(matter: Any, among: QuerySet) -> dict[Any, tuple[str, ...]]:
    """By matter, the keys that one of its petitioners shares with one of these: co-signers and organisations too."""
    people = [
        party.petitioner for party in matter.parties.petitioners().select_related("petitioner")[:PEOPLE]
    ]
    ids = {mark for one in people if one.id_number for mark in blind_indexes("id", normal_id(one.id_number))}
    phones = {mark for one in people if one.phone for mark in blind_indexes("phone", normal_phone(one.phone))}
    petitioners = Party.objects.petitioners().filter(matter__in=among)
    found: dict[Any, tuple[str, ...]] = {}
    for key, column, marks in (("id", "id_index", ids), ("phone", "phone_index", phones)):
        if marks:
            theirs = petitioners.filter(**{f"petitioner__{column}__in": marks})
            for pk in theirs.values_list("matter", flat=True).distinct().order_by("-matter")[:REACHED]:
                found[pk] = (*found.get(pk, ()), key)
    return found


def _unnamed(matter: Any, among: QuerySet, alike: Collection[Any]) -> dict[Any, tuple[str, ...]]:
    """Nobody gave a name: the organ complained of is the key, but only beside like words."""
    organs = matter.mentions.values("organ")
    named = Mention.objects.filter(matter__in=list(alike), organ__in=organs, matter__parties__isnull=True)
    return dict.fromkeys(named.values_list("matter", flat=True), ("unnamed",))
