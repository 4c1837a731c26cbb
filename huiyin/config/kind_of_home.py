"""Which kind of home this is: a demonstration, marked by a file, may be filled and have its clocks moved; no other may."""

from huiyin.config import home, wrong_use

MARKER = home.HOME / "demo"


def is_demo() -> bool:
    """This home holds the invented city."""
    return MARKER.exists()


def mark_demo() -> None:
    """Make this home a demonstration, before the first invented matter is in it."""
    MARKER.touch(mode=0o600)


def require_demo(what: str) -> None:
    """Refuse what would harm a home with real matters in it."""
    if not is_demo():
        sentence = (
            f"{what} is for demonstration homes alone, and {home.HOME} is none; `huiyin demo` makes one."
        )
        raise wrong_use.WrongUse(sentence)
