"""The two sites that are measured side by side: ours as shipped, and the bare one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.processes import seconds_of
from tools.launcher.place import DJANGO, PYTHON, ROOT
from tools.launcher.processes import WEB_PROCESSES, Child, Site, free_port, web_command

SECRET = "only for benchmarks: known to everyone, long enough for the checks"


@dataclass
class Measured:
    """A running site."""

    name: str
    port: int
    pid: int
    sessions: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    cookie: str = "__Host-session"

    def cookies(self, who: str) -> dict[str, str]:
        """Return the cookies of somebody signed in; a visitor has none."""
        return {self.cookie: self.sessions[who]} if who else {}

    def seconds(self) -> float:
        """Return the processor seconds of the server so far."""
        return seconds_of(self.pid)


@dataclass(frozen=True)
class Engine:
    """A database server: addresses of one database for each site, and its process."""

    name: str
    ours: str
    bare: str
    redis: str = ""
    pid: int = 0


def environment(folder: Path, port: int, engine: Engine, **changes: str) -> dict[str, str]:
    """Return the environment of both sites: production, on this engine."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("OT_")}
    env.update(
        DJANGO_SETTINGS_MODULE="opentwinning.config.settings",
        OT_MODE="production",
        OT_DATA_DIR=str(folder),
        OT_DATABASE_URL=engine.ours,
        OT_BARE_DATABASE_URL=engine.bare,
        OT_REDIS_URL=engine.redis,
        OT_SECRET_KEY=SECRET,
        OT_HOSTS="localhost,127.0.0.1",
        OT_ADDRESS=f"https://localhost:{port}",
        OT_MAIL_URL="smtp://127.0.0.1:9",
        OT_MAIL_FROM="no-reply@twinning.test",
        OT_TRUSTED_PROXIES="1",
    )
    env.update(changes)
    return env


def said_by(command: list[str], env: dict[str, str]) -> str:
    """Run a command to its end and return what it printed."""
    return subprocess.run(
        command, cwd=ROOT, env=env, check=True, text=True, stdout=subprocess.PIPE
    ).stdout


@contextmanager
def ours(folder: Path, engine: Engine) -> Iterator[Measured]:
    """Seed and serve the product: production settings, no worker beside it."""
    port = free_port()
    env = environment(folder, port, engine)
    building = {**env, "OT_MODE": "development"}
    said_by([*DJANGO, "migrate", "--no-input", "--verbosity", "0"], building)
    made = json.loads(said_by([PYTHON, "-m", "benchmarks.fill"], building).splitlines()[-1])
    said_by([*DJANGO, "collectstatic", "--no-input", "--verbosity", "0"], env)
    site = Site(env, port=port, worker=False, log=folder / "ours.log", workers=WEB_PROCESSES)
    site.start()
    try:
        yield Measured("ours", port, site.web.pid, made["sessions"], made["targets"])
    finally:
        site.stop()


@contextmanager
def bare(folder: Path, engine: Engine) -> Iterator[Measured]:
    """Seed and serve the bare project, with the same server and the same options."""
    port = free_port()
    env = environment(folder, port, engine, DJANGO_SETTINGS_MODULE="benchmarks.bare.settings")
    made = json.loads(said_by([PYTHON, "-m", "benchmarks.bare.seed"], env).splitlines()[-1])
    site = Site(env, port=port, worker=False, log=folder / "bare.log")
    command = web_command("127.0.0.1", port, workers=WEB_PROCESSES)
    command[command.index("opentwinning.config.wsgi:application")] = (
        "benchmarks.bare.wsgi:application"
    )
    site.web = Child(command, env, folder / "bare.log")
    site.start()
    try:
        yield Measured(
            "bare",
            port,
            site.web.pid,
            {"person": made["session"]},
            {"thread": str(made["thread"])},
            cookie="sessionid",
        )
    finally:
        site.stop()


def python_was_tuned() -> bool:
    """Return whether this Python was built with profile-guided optimisation."""
    import sysconfig

    return "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "") or (
        sys.platform == "win32"
    )
