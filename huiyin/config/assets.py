"""Style sheets, scripts and fonts: hashed, compressed and laid out, again only when one of them changed."""

import hashlib

from django.contrib.staticfiles import finders
from django.core.management import call_command

from huiyin import __version__
from huiyin.config import home


def collect() -> None:
    """Fill the folder that the server reads, unless it already holds exactly these files."""
    stamp = home.STATIC / ".sources"
    wanted = _sources()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(wanted)


def _sources() -> str:
    """A digest of every source file's name, size and time, and of the version that wrote them."""
    lines = [__version__]
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            lines.append(f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
