"""A rule set with an overlay over it, and what in an overlay does not fit the rule set below."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType

from huiyin.statute.favouring import as_term, favourable, usual
from huiyin.statute.overlay import LocalTerm, Overlay
from huiyin.statute.ruleset import RuleSet
from huiyin.statute.tables import Term


def laid_over(base: RuleSet, overlay: Overlay) -> RuleSet:
    """The rule set in which of every limit that both set the petitioner-favourable one holds.

    Stages, moves and papers are those of the base. The digest is the SHA-256 of both files' digests.
    """
    terms, rivals = dict(base.terms), dict(base.rivals)
    for local in overlay.terms.values():
        if not list(_misfits(local, base)):
            first, second = _merged(base.terms[local.name], local, overlay)
            terms[local.name] = first
            rivals |= {local.name: second} if second else {}
    beyond = {name: replace(row, article=overlay.own(row.article)) for name, row in overlay.beyond.items()}
    ends = [day for day in (base.effective_until, overlay.effective_until) if day]
    return replace(
        base,
        id=overlay.id,
        file=overlay.file,
        digest=sha256(bytes.fromhex(base.digest + overlay.digest)).hexdigest(),
        title=f"{base.title}、{overlay.title}",
        title_en=f"{base.title_en}, {overlay.title_en}",
        effective_from=max(base.effective_from, overlay.effective_from),
        effective_until=min(ends, default=None),
        regions=overlay.regions,
        terms=MappingProxyType(terms),
        rivals=MappingProxyType(rivals),
        beyond=MappingProxyType({**base.beyond, **beyond}),
        base=base,
        overlay=overlay,
    )


def misfits(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Every entry of a rule set's overlay that does not fit the rule set below, with its cure."""
    if rules.overlay is None or rules.base is None:
        return
    if not rules.regions:
        yield "regions", "name the prefixes of the region codes that the local text is for"
    if rules.base.overlay is not None:
        yield "overlays", f"{rules.base.id} is an overlay itself; name a rule set of its own"
    for local in rules.overlay.terms.values():
        for cure in _misfits(local, rules.base):
            yield f"term.{local.name}", cure


def _misfits(local: LocalTerm, base: RuleSet) -> Iterator[str]:
    if local.name not in base.terms:
        yield f"{base.id} has no term of this name; known are {', '.join(sorted(base.terms))}"
        return
    national = base.terms[local.name]
    if national.days is None:
        yield "its days are set case by case, so there is nothing to compare; write it as [beyond.NAME]"
    if local.days < 1 or local.extend_total < 0:
        yield "days must be one or more, and extend_total not negative"
    moves = national.pausable or national.extend_total or local.extend_total
    if local.unit != national.unit and moves:
        yield f"a term that pauses or is extended is written in {national.unit} days, as {base.id} does"


def _merged(national: Term, local: LocalTerm, overlay: Overlay) -> tuple[Term, Term | None]:
    own = as_term(local, national, overlay.own(local.article))
    if own.unit == national.unit:
        return favourable(national, own), None
    return usual(national, own)
