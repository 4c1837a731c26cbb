"""A child of `huiyin run` ends with its parent, even when the parent is killed outright."""

import ctypes
import os
import signal
import sys

PARENT = "HUIYIN_PARENT"
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


def hold() -> None:
    """Ask the kernel to end this process when the parent named in the environment ends (Linux only)."""
    parent = os.environ.pop(PARENT, "")
    if not parent or sys.platform != "linux":
        return
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a fork would swallow it until its server takes over
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != int(parent):  # it ended before we asked
        os._exit(1)
