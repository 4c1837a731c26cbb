"""Eight clients with kept connections: how many answers a second a job gives, next to the reference's."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

CLIENTS = 8


@dataclass(frozen=True)
class Request:
    """One request of a job, ready to be sent, and where the answer must lead: nowhere, but for what was posted."""

    path: str
    cookies: str = ""
    form: dict[str, str] = field(default_factory=dict)
    leads_to: str = ""


class WrongAnswer(RuntimeError):
    """A job was answered otherwise than it must be: the figure would mean nothing."""


def throughput(address: tuple[str, int], requests: Iterator[Request], seconds: float) -> float:
    """Answers a second, over `seconds`, with eight clients taking from one list of requests."""
    lock, done, wrong = threading.Lock(), [0] * CLIENTS, []
    until = time.perf_counter() + seconds

    def client(place: int) -> None:
        connection = http.client.HTTPConnection(*address)
        while time.perf_counter() < until and not wrong:
            with lock:
                request = next(requests, None)
            if request is None:
                return
            answered = _send(connection, request)
            if answered != (302 if request.leads_to else 200, request.leads_to):
                wrong.append(f"{request.path} answered {answered}, and should lead to {request.leads_to!r}")
            done[place] += 1

    began = time.perf_counter()
    _together(client)
    if wrong or not any(done):
        raise WrongAnswer(wrong[0] if wrong else "there was nothing left to ask: measure with more --matters")
    return sum(done) / (time.perf_counter() - began)


def _together(client: Callable[[int], None]) -> None:
    threads = [threading.Thread(target=client, args=(place,)) for place in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _send(connection: http.client.HTTPConnection, request: Request) -> tuple[int, str]:
    headers = {"Cookie": request.cookies}
    if request.form:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST", request.path, urlencode(request.form), headers)
    else:
        connection.request("GET", request.path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.headers.get("Location", "").partition("?")[0].partition("#")[0]
