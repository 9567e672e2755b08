"""The processes of the platform, web, worker and sockets, started and stopped as siblings."""

import contextlib
import http.client
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from tools.launcher.place import DJANGO, PYTHON, ROOT

GRACE = 10.0  # seconds a process gets to finish what it is doing
PATIENCE = 60.0  # seconds until a server must answer
WEB_PROCESSES = 2  # of a site that is deployed: one for each core of a small machine
STABLE = 10.0  # seconds after which a restarted worker counts as healthy


def free_port(host: str = "127.0.0.1") -> int:
    """Return a port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def web_command(host: str, port: int, *, workers: int = 1, tls: Path | None = None) -> list[str]:
    """Return the shipped way to serve HTTP; deploy/ and the benchmarks use the same.

    `tls` is a folder with certificate.pem and key.pem, for a site without a proxy in front.
    """
    keys: list[str] = []
    if tls:
        keys = ["--ssl-certificate", f"{tls}/certificate.pem", "--ssl-keyfile", f"{tls}/key.pem"]
    return [
        PYTHON, "-m", "granian", "opentwinning.config.wsgi:application",
        "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", "4",
        "--http", "1", "--no-ws", "--respawn-failed-workers", "--log-level", "warning", *keys,
    ]  # fmt: skip


class Child:
    """One child process with its own process group, so that its children end with it."""

    def __init__(self, command: list[str], env: dict[str, str], log: Path | None = None) -> None:
        """Prepare; nothing runs before `start`. Output goes to `log`, or to our own terminal."""
        self.command = command
        self.env = env
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0

    def start(self) -> None:
        """Start the process."""
        self.started_at = time.monotonic()
        with contextlib.ExitStack() as stack:
            output: IO[bytes] | None = None
            if self.log:
                output = stack.enter_context(self.log.open("ab"))
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Return the process id; 0 when never started."""
        return self.process.pid if self.process else 0

    def is_alive(self) -> bool:
        """Return whether the process still runs."""
        return self.process is not None and self.process.poll() is None

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process and everything it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)

    def stop(self) -> None:
        """Ask to end, wait for GRACE seconds, then insist. Leaves no member of the group."""
        if self.process is None:
            return
        self.signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(GRACE)
        self.signal(signal.SIGKILL)
        self.process.wait()


def live_port(env: dict[str, str]) -> int:
    """Return the port of the process for writing together; 0 where the site has none."""
    return urlsplit(env.get("OT_LIVE_ADDRESS", "")).port or 0


def live_options(env: dict[str, str], host: str, tls: Path | None) -> list[str]:
    """Return what the process for writing together listens on."""
    keys = ["--certificate", f"{tls}/certificate.pem", "--key", f"{tls}/key.pem"] if tls else []
    return ["--host", host, "--port", str(live_port(env)), *keys]


class Site:
    """The platform, serving: a web server with its web processes, one worker, and one process for
    those who write together, where the environment names its address."""

    def __init__(  # noqa: PLR0913 - a site has these parts
        self,
        env: dict[str, str],
        *,
        port: int,
        host: str = "127.0.0.1",
        worker: bool = True,
        tls: Path | None = None,
        log: Path | None = None,
        workers: int = 1,
    ) -> None:
        """Prepare a site; `env` must already name its data, database, secret and hosts."""
        self.host, self.port = host, port
        self.scheme = "https" if tls else "http"
        self.web = Child(web_command(host, port, tls=tls, workers=workers), env, log)
        self.worker = Child([*DJANGO, "work"], env, log) if worker else None
        self.live = (
            Child([*DJANGO, "live", *live_options(env, host, tls)], env, log)
            if live_port(env)
            else None
        )
        self.log = log
        self.failures = dict.fromkeys((self.worker, self.live), 0)

    @property
    def address(self) -> str:
        """Return where a browser on this machine finds the site."""
        host = f"[{self.nearby}]" if ":" in self.nearby else self.nearby
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def nearby(self) -> str:
        """Return the address to reach the site from this machine."""
        return "127.0.0.1" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104 - compared

    def start(self) -> None:
        """Start both processes and wait until the web process answers.

        Raises RuntimeError, after stopping everything, when it does not.
        """
        self.web.start()
        for helper in self._helpers():
            helper.start()
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.stop()
            raise

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not self.web.is_alive():
                raise RuntimeError(f"The web process ended at once.{self._last_words()}")
            if answers(self.nearby, self.port, tls=self.scheme == "https"):
                return
            time.sleep(0.1)
        raise RuntimeError(
            f"No answer from {self.address} in {PATIENCE:.0f} s.{self._last_words()}"
        )

    def _last_words(self) -> str:
        if self.log is None or not self.log.exists():
            return ""
        return "\n" + self.log.read_text(encoding="utf-8", errors="replace")[-4000:]

    def tend(self) -> None:
        """Look after the processes beside the web: one that died is started again, later each time
        it fails.
        """
        for helper in self._helpers():
            if helper.is_alive():
                continue
            lived = time.monotonic() - helper.started_at
            self.failures[helper] = 1 if lived > STABLE else self.failures[helper] + 1
            pause = min(30.0, 0.5 * 2 ** self.failures[helper])
            name = "worker" if helper is self.worker else "process for writing together"
            sys.stderr.write(f"The {name} ended; starting it again in {pause:.0f} s.\n")
            time.sleep(pause)
            helper.start()

    def _helpers(self) -> list[Child]:
        return [child for child in (self.worker, self.live) if child is not None]

    def stop(self) -> None:
        """Stop all processes, gently first."""
        for child in (*self._helpers(), self.web):
            child.signal(signal.SIGTERM)
        for child in (*self._helpers(), self.web):
            child.stop()


def answers(host: str, port: int, *, tls: bool) -> bool:
    """Return whether anything speaks HTTP there; a redirect or an error page is an answer too."""
    trusting = ssl._create_unverified_context()  # noqa: S323, SLF001 - it is our own server
    connection = (
        http.client.HTTPSConnection(host, port, timeout=5, context=trusting)
        if tls
        else http.client.HTTPConnection(host, port, timeout=5)
    )
    try:
        connection.request("GET", "/", headers={"User-Agent": "ready?"})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
