"""Where a walk takes place: the small city in a running installation, and where its pictures are kept."""

import json
import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from tests.plugins.running import Server

ROOT = Path(__file__).parents[2]
ENGINE = "postgresql" if os.environ.get("HUIYIN_DATABASE_URL") else "sqlite"
PASSWORD = "huiyin-walks-2026"
SHOTS = ROOT / "build/shots" / ENGINE


def founded(server: Server) -> dict[str, str]:
    """Found the city there; the second-factor secret of every officer by user name."""
    line = [sys.executable, "-m", "tests.walk.small_city"]
    environment = {**server.environment, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(line, env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(said))


class Album:
    """Numbered pictures of one walk, as build artefacts."""

    def __init__(self, who: str) -> None:
        self.who, self.taken = who, 0
        SHOTS.mkdir(parents=True, exist_ok=True)

    def shoot(self, page: Page, what: str) -> None:
        """The whole page as it is now."""
        self.taken += 1
        page.screenshot(path=SHOTS / f"{self.who}-{self.taken:02d}-{what}.png", full_page=True)
