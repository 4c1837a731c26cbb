"""What a demo home remembers beside its database: the seed, and the codes of its receipts; readable by its owner alone."""

import json
import os
from dataclasses import asdict, dataclass, field

from huiyin.config import home, wrong_use

FILE = home.HOME / "demo-secrets.json"


@dataclass
class Keepsake:
    """The seed that passwords and second factors come from; {key, number, code, title} of every receipt."""

    seed: int
    receipts: list[dict[str, str]] = field(default_factory=list)

    def write(self) -> None:
        """Keep it."""
        with open(os.open(FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(asdict(self), file, ensure_ascii=False, indent=1)

    @classmethod
    def read(cls) -> "Keepsake":
        """What was kept; raises WrongUse where nothing was."""
        try:
            return cls(**json.loads(FILE.read_text("utf-8")))
        except FileNotFoundError as error:
            raise wrong_use.WrongUse(
                f"{home.HOME} is no demo home; `huiyin demo` makes one of an empty home."
            ) from error
