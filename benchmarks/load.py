"""A small load: some clients, each with a kept connection, asking one thing again and again."""

import http.client
import statistics
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

TOKEN = "b" * 32  # any 32 letters make a CSRF token, when cookie and form agree
PATIENCE = 30  # seconds for one answer


@dataclass(frozen=True)
class Request:
    """What to ask: a path, or with a form what to send there."""

    path: str
    cookies: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] | None = None
    good: tuple[int, ...] = (200,)
    shows: bytes = b""  # what a good answer says


@dataclass
class Result:
    """What one round measured."""

    latencies: list[float] = field(default_factory=list)  # seconds
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def count(self) -> int:
        """Return how many answers were good."""
        return len(self.latencies)

    def percentile(self, share: float) -> float:
        """Return a percentile of the latencies in milliseconds."""
        if len(self.latencies) < 2:
            return self.latencies[0] * 1000 if self.latencies else 0.0
        return statistics.quantiles(self.latencies, n=100)[round(share * 100) - 1] * 1000


def run(host: str, port: int, request: Request, *, clients: int, seconds: float) -> Result:
    """Ask with that many clients for that long."""
    result = Result()
    lock = threading.Lock()
    started = time.perf_counter()
    deadline = started + seconds

    def client(number: int) -> None:
        latencies, failures = ask_until(deadline, host, port, request, number)
        with lock:
            result.latencies += latencies
            result.failures += failures

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    result.seconds = time.perf_counter() - started
    return result


def ask_until(
    deadline: float, host: str, port: int, request: Request, number: int
) -> tuple[list[float], list[str]]:
    """Ask one request after the other until the deadline, on one connection."""
    latencies: list[float] = []
    failures: list[str] = []
    turn = 0
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    while time.perf_counter() < deadline:
        turn += 1
        before = time.perf_counter()
        try:
            code, body = ask(connection, request, f"{number}-{turn}")
        except (OSError, http.client.HTTPException) as error:
            failures.append(repr(error))
            connection.close()
            continue
        if code in request.good and request.shows in body:
            latencies.append(time.perf_counter() - before)
        else:
            failures.append(f"status {code}" if code not in request.good else "another page")
    connection.close()
    return latencies, failures


def ask(connection: http.client.HTTPConnection, request: Request, turn: str) -> tuple[int, bytes]:
    """Ask once; `{turn}` in a form value becomes a text that never repeats."""
    cookies = {**request.cookies, "csrftoken": TOKEN, "__Host-csrf": TOKEN}
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "Accept-Language": "en",
        # As a proxy in front would hand it over: the visitor came by HTTPS.
        "Host": "localhost",
        "Origin": "https://localhost",
        "X-Forwarded-Proto": "https",
    }
    if request.form is None:
        connection.request("GET", request.path, headers=headers)
    else:
        form = {name: value.replace("{turn}", turn) for name, value in request.form.items()}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode({**form, "csrfmiddlewaretoken": TOKEN})
        connection.request("POST", request.path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read()
