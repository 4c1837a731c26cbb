"""The web server: granian, one process with threads on SQLite, one process a core on PostgreSQL."""

import os
import socket
import sys
import threading
import time
from contextlib import suppress

from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from huiyin.config import home, lifeline, wrong_use

THREADS = 4
PAUSE = 1.0  # seconds


def refuse_unsafe_address() -> None:
    """Passwords and petitions must not cross a network in the open by accident."""
    if not home.is_loopback() and not home.INSECURE:
        raise wrong_use.WrongUse(
            f"HUIYIN_HOST={home.HOST} would serve plain http to a network: put a proxy with https in"
            " front and keep 127.0.0.1, or set HUIYIN_INSECURE=1 for a trial (each page then shows a banner)."
        )


def refuse_taken_port(patience: float = 2.0) -> None:
    """Say so when another program listens here; one that was just killed has `patience` seconds."""
    until = time.monotonic() + patience
    while fault := _fault_of_binding():
        if time.monotonic() > until:
            raise wrong_use.WrongUse(
                f"{home.address()} cannot be served ({fault}): set HUIYIN_PORT or HUIYIN_HOST."
            )
        time.sleep(0.1)


def _fault_of_binding() -> str:
    """Why this address cannot be listened on; empty when it can."""
    with socket.socket(socket.AF_INET6 if ":" in home.HOST else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((home.HOST, home.PORT))
        except OSError as error:
            return error.strerror or str(error)
    return ""


def serve() -> None:
    """Answer requests until SIGTERM or SIGINT; what this process has loaded, its workers share.

    Granian gives up when a process dies twice within seconds. People are filing: we begin again.
    """
    connections.close_all()  # no connection may be shared with a fork
    os.environ[lifeline.PARENT] = str(os.getpid())
    while True:
        server = _server()
        threading.Thread(target=_heed, args=(server,), name="heeds the order to stop", daemon=True).start()
        with suppress(SystemExit):
            server.serve()
        server.main_loop_interrupt.clear()
        if server.interrupt_signal or server.main_loop_interrupt.wait(PAUSE):
            return
        print("huiyin run: the web processes died one after another; they start again", file=sys.stderr)


def _heed(server: Granian) -> None:
    """Repeat an order to stop that came in the instant in which granian replaced a process and forgot it.

    Ctrl-C reaches the web processes and us at once, so that is the usual instant.
    """
    while True:
        if server.interrupt_signal:
            server.main_loop_interrupt.set()
        time.sleep(PAUSE)


def _server() -> Granian:
    return Granian(
        "huiyin.config.wsgi:application",
        address=home.HOST,
        port=home.PORT,
        interface=Interfaces.WSGI,
        workers=os.cpu_count() or 1 if home.DATABASE_URL else 1,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.error,
    )
