"""What the routing table proposes, on the form that passes a matter on: the organ filled in, and under it why."""

from typing import Any

from huiyin.matters.routing import proposal_for
from huiyin.people.actor import Actor

ACTS = frozenset({"forward", "assign"})


def suggest(form: Any, act: str, matter: Any, actor: Actor) -> None:
    """Begin with the proposed organ, unless something was typed; whoever is at the form may always choose otherwise."""
    proposed = proposal_for(matter) if act in ACTS else None
    if proposed is None:
        return
    form.fields["to"].help_text = proposed.why
    if not form.is_bound and proposed.organ != actor.organ:  # an office cannot pass a matter to itself
        form.initial.setdefault("to", proposed.organ)
