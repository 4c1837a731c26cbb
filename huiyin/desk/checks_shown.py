"""How the items of a checklist stand, as the page of a matter tells it; nothing where the topic has no list."""

from typing import Any

from huiyin.matters.checklist import State


def checks_of(matter: Any) -> list[dict[str, Any]]:
    """Per item its words, how it stands ("" while nobody looked), what was seen, and of a talk when and with whom."""
    checked = matter.items_checked()
    return [_check(item, checked.get(item.id)) for item in matter.items_to_check()]


def _check(item: Any, said: dict[str, Any] | None) -> dict[str, Any]:
    if said is None:
        return {"words": item.words, "state": "", "met": False, "note": ""}
    talk = filter(None, (said.get("held_on"), said.get("with_whom"), said["note"]))
    return {
        "words": item.words,
        "state": State(said["state"]).label,
        "met": said["state"] != State.NOT_MET,
        "note": "　".join(talk),
    }
