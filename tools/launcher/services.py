"""A PostgreSQL and a Redis of our own: random ports, no durability, gone afterwards.

The machine's own servers are never touched.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.launcher.place import Missing, ensure_programs, find, is_root
from tools.launcher.processes import free_port

PATIENCE = 60.0  # seconds until a service must answer
PROGRAMS = {"initdb": "postgresql", "postgres": "postgresql", "redis-server": "redis-server"}
SAFE = ("max_connections=80",)
# For tests: nothing must outlast the machine, and databases of a few rows need no care.
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=4GB",
    "checkpoint_timeout=1h",
    *SAFE,
)


@dataclass(frozen=True)
class Services:
    """Addresses of the running services."""

    database_url: str
    redis_url: str
    postgres_pid: int


@contextlib.contextmanager
def private_services(*, durable: bool = False) -> Iterator[Services]:
    """Start both, yield their addresses, stop and remove them whatever happens.

    `durable` makes PostgreSQL write as safely as in service: for measurements.
    """
    ensure_programs(PROGRAMS)
    folder = Path(tempfile.mkdtemp(prefix="ot-services-"))
    folder.chmod(0o755)  # the database's own user must pass through
    running: list[subprocess.Popen[bytes]] = []
    try:
        postgres_port, redis_port = free_port(), free_port()
        running.append(start_postgres(folder / "postgres", postgres_port, durable=durable))
        running.append(start_redis(folder / "redis", redis_port))
        wait_for("PostgreSQL", postgres_port, running[0])
        wait_for("Redis", redis_port, running[1])
        yield Services(
            f"postgres://opentwinning@127.0.0.1:{postgres_port}/postgres",
            f"redis://127.0.0.1:{redis_port}",
            running[0].pid,
        )
    finally:
        for process in running:
            stop(process)
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged() -> str | None:
    """Return the user to run PostgreSQL as: it refuses to run as root."""
    if not is_root():
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Missing("PostgreSQL refuses to run as root, and there is no user postgres or nobody.")


def start_postgres(folder: Path, port: int, *, durable: bool) -> subprocess.Popen[bytes]:
    """Make a cluster and start its server; trust is fine, only this machine can reach it."""
    user = unprivileged()
    folder.mkdir()
    if user:
        shutil.chown(folder, user)
    locale = "C.UTF-8" if has_locale("C.UTF-8") else "C"
    made = subprocess.run(
        [
            str(find("initdb")), "--no-sync", "--auth=trust", "--username=opentwinning",
            "--encoding=UTF8", f"--locale={locale}", f"--pgdata={folder}/data",
        ],
        user=user, cwd=folder, check=False, text=True, capture_output=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if made.returncode:
        raise Missing(f"PostgreSQL could not make its files:\n{made.stderr}")
    settings = [word for setting in (SAFE if durable else FAST) for word in ("-c", setting)]
    with (folder.parent / "postgres.log").open("wb") as log:
        return subprocess.Popen(
            [
                str(find("postgres")), "-D", f"{folder}/data", "-k", str(folder), "-p", str(port),
                "-c", "listen_addresses=127.0.0.1", *settings,
            ],
            user=user, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip


def start_redis(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """Start a Redis that keeps nothing."""
    folder.mkdir()
    return subprocess.Popen(
        [
            str(find("redis-server")), "--port", str(port), "--bind", "127.0.0.1", "--save", "",
            "--appendonly", "no", "--dir", str(folder),
        ],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def wait_for(name: str, port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the service accepts connections."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            time.sleep(0.3 if name == "PostgreSQL" else 0)  # it listens before it serves
            return
        time.sleep(0.05)
    raise Missing(f"The private {name} did not start.")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a service at once; there is nothing in it to save."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def has_locale(name: str) -> bool:
    """Return whether the machine knows a locale, in either of its spellings."""
    listed = subprocess.run(["locale", "-a"], check=False, text=True, capture_output=True)
    return name.lower().replace("-", "") in listed.stdout.lower().replace("-", "").split()
