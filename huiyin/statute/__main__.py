"""`python -m huiyin.statute`: the statute's command without Django."""

import sys

from huiyin.statute.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
