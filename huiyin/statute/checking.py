"""Whether a rule set makes sense as a whole; the first thing that does not is named with its cure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from huiyin.statute.citing import is_known
from huiyin.statute.errors import StatuteError
from huiyin.statute.overlaying import misfits
from huiyin.statute.owning import unowned
from huiyin.statute.reaching import endless, unreached
from huiyin.statute.ruleset import RuleSet
from huiyin.statute.tables import ANY, NEW, Move, key

TRACKS = ("assignment", "review")
TELLS = ("petitioner", "unit", "office", "reviewer", "superior", "head", "above", "assisting")
SERIES = ("ordinary", "sealed")
STAGE_PLACES = frozenset({"organ", "due", "reviewer"})
MOVE_PLACES = frozenset({"organ", "to", "due", "days", "others"})
PLACE = re.compile(r"\{([^{}]*)\}")


def check(ruleset: RuleSet) -> None:
    """Raise StatuteError for the first finding, if any."""
    for entry, cure in findings(ruleset):
        raise StatuteError(ruleset.file, entry, cure)


def findings(ruleset: RuleSet) -> Iterator[tuple[str, str]]:
    """Every entry that does not fit, with its cure."""
    fitting = (_file, _terms, _stages, _names, _words, _articles, _unambiguous, _others)
    for look in (misfits, *fitting, unreached, endless, unowned):
        yield from look(ruleset)


def _file(rules: RuleSet) -> Iterator[tuple[str, str]]:
    if rules.id != rules.file.removesuffix(".toml"):
        yield "id", f"name the file {rules.id}.toml or set id to the file's name"
    if rules.effective_until and rules.effective_until < rules.effective_from:
        yield "effective_until", "must not lie before effective_from"


def _terms(rules: RuleSet) -> Iterator[tuple[str, str]]:
    for term in rules.terms.values():
        if (term.days is None) == (term.set_by is None):
            yield f"term.{term.name}", "give either days or set_by (who sets the days)"
        if term.days is not None and term.days < 1:
            yield f"term.{term.name}", "days must be one or more"
        if term.extend_total < 0:
            yield f"term.{term.name}", "extend_total must not be negative"


def _stages(rules: RuleSet) -> Iterator[tuple[str, str]]:
    words = {word.zh for word in rules.words.values()}
    for stage in rules.stages.values():
        entry = f"stage.{stage.track}.{stage.name}"
        if stage.track not in TRACKS:
            yield entry, f"a track is one of {', '.join(TRACKS)}"
        if stage.name in (NEW, ANY):
            yield entry, f"choose another name: {stage.name} has a meaning of its own in a move's from"
        if stage.public not in words:
            yield entry, f"public must be a word of [public]: {', '.join(sorted(words))}"
        yield from _places(entry, (stage.says_zh, stage.says_en), STAGE_PLACES)


def _names(rules: RuleSet) -> Iterator[tuple[str, str]]:
    bare = {track: {s.name for s in rules.stages.values() if s.track == track} for track in TRACKS}
    for move in rules.moves:
        stages = bare.get(move.track, set())
        to, opens = ((name,) if name else () for name in (move.to, move.opens))
        yield from _unknown(move, "track", (move.track,), TRACKS)
        yield from _unknown(move, "from", move.from_, {*stages, NEW, ANY})
        yield from _unknown(move, "to", to, stages)
        yield from _unknown(move, "opens", opens, stages)
        yield from _unknown(move, "on", move.on, rules.stages)
        for field in ("during", "starts", "stops", "resumes", "extends", "pauses"):
            yield from _unknown(move, field, getattr(move, field), rules.terms)
        yield from _unknown(move, "within", (move.within,) if move.within else (), rules.terms)
        yield from _unknown(move, "documents", move.documents, rules.documents)
        yield from _unknown(move, "tells", move.tells, TELLS)
        yield from _unknown(move, "duty", move.duties, rules.duties)
        yield from _unknown(move, "seat", (move.seat,) if move.seat else (), rules.seats)
        yield from _unknown(move, "approval", (move.approval,) if move.approval else (), rules.approvals)
        for name in move.pauses:
            if name in rules.terms and not rules.terms[name].pausable:
                yield (
                    f"move {move.id}",
                    f"pauses {name}: say pausable = true in [term.{name}], with its article",
                )
        if NEW in move.from_ and not move.to:
            yield f"move {move.id}", "a move from new needs a to"


def _words(rules: RuleSet) -> Iterator[tuple[str, str]]:
    for move in rules.moves:
        for field in ("act", "duty", "article", "zh", "en", "says_zh", "says_en"):
            if not getattr(move, field).strip():
                yield f"move {move.id}", f"write {field}"
        yield from _places(f"move {move.id}", (move.says_zh, move.says_en), MOVE_PLACES)
    for table in (
        rules.stages,
        rules.terms,
        rules.duties,
        rules.documents,
        rules.gates,
        rules.routes,
        rules.beyond,
    ):
        for name, row in table.items():
            if not row.zh.strip() or not row.en.strip():
                yield name, "write both zh and en"


def _articles(rules: RuleSet) -> Iterator[tuple[str, str]]:
    cited = [(f"move {move.id}", move.article) for move in rules.moves]
    for table in (rules.terms, rules.rivals, rules.documents, rules.gates, rules.routes, rules.reviewers):
        cited += [(name, row.article) for name, row in table.items()]
    for further in (rules.outcomes, rules.declines, rules.deliveries, rules.limits, rules.beyond):
        cited += [(name, row.article) for name, row in further.items()]
    for entry, article in cited:
        if not is_known(article, rules):
            yield (
                entry,
                f"article {article!r} is neither an article (1 to {_last(article, rules)}) nor a [source]",
            )


def _last(article: str, rules: RuleSet) -> int:
    return rules.overlay.articles if rules.overlay and ":" in article else rules.articles


def _unambiguous(rules: RuleSet) -> Iterator[tuple[str, str]]:
    for move_id, count in Counter(move.id for move in rules.moves).items():
        if count > 1:
            yield f"move {move_id}", "give every move its own id"
    seen: dict[tuple[str, str], str] = {}
    for move in rules.moves:
        for place in _places_left(rules, move):
            if other := seen.get((move.act, place)):
                yield f"move {move.id}", f"{move.act} from {place} is already move {other}"
            seen[move.act, place] = move.id


def _others(rules: RuleSet) -> Iterator[tuple[str, str]]:
    for duty in rules.duties.values():
        if duty.seat not in rules.seats:
            yield f"duty.{duty.name}", f"seat {duty.seat} is not in [seat]"
    for document in rules.documents.values():
        if not document.fields or not set(document.series) <= set(SERIES):
            yield f"document.{document.id}", f"name its fields, and a series of {', '.join(SERIES)}"
    for route in rules.routes.values():
        if route.document not in rules.documents or (route.clock and route.clock not in rules.terms):
            yield f"route.{route.id}", "document and clock must stand in [document] and [term]"
    acts = {move.act for move in rules.moves}
    for gate in rules.gates.values():
        if gate.act not in acts:
            yield f"gate.{gate.name}", f"no move is called {gate.act}"


def _places_left(rules: RuleSet, move: Move) -> Iterable[str]:
    stages = [stage for stage in rules.stages.values() if stage.track == move.track]
    if not move.from_ or ANY in move.from_:
        main = [stage.key for stage in stages if (stage.open or move.from_) and not stage.aside]
        return main + [key(move.track, name) for name in move.from_ if name != ANY]
    return [key(move.track, name) for name in move.from_] + list(move.on)


def _unknown(move: Move, field: str, names: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    choices = ", ".join(sorted(known))
    for name in names:
        if name not in set(known):
            yield f"move {move.id}", f"{field} names {name}, which is not there; known are {choices}"


def _places(entry: str, sentences: Iterable[str], allowed: frozenset[str]) -> Iterator[tuple[str, str]]:
    for sentence in sentences:
        if not sentence.strip():
            yield entry, "write says_zh and says_en"
        for place in PLACE.findall(sentence):
            if place not in allowed:
                yield entry, f"{{{place}}} is not a known placeholder; use {', '.join(sorted(allowed))}"
