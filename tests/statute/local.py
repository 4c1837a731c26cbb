"""A deployer's own rule set for the tests: our 2022 file under another name, with one place changed."""

from pathlib import Path

from huiyin.statute import rules

OURS = (rules.OWN / "cn-2022.toml").read_text(encoding="utf-8").replace('id = "cn-2022"', 'id = "local"')


def write(folder: Path, old: str = "", new: str = "", *, more: str = "") -> Path:
    """Write local.toml into the folder with the first `old` replaced by `new` and `more` at the end."""
    assert old in OURS, f"{old} is no longer in the file"
    (folder / "local.toml").write_text(OURS.replace(old, new, 1) + more, encoding="utf-8")
    return folder
