"""The fixture `live`: the shipped server and its worker, as real processes on a world of their own.

A world is prepared once per session: migrated, seeded, static files collected. Each module gets a
copy, so that one journey never meets the traces of another.
"""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.plugins.mail import Letterbox, post_office
from tools.launcher.place import DJANGO, ROOT
from tools.launcher.processes import Site, free_port

SECRET = "only for journeys: known to everyone, long enough for the checks"
SEED = ("build_demo_world",)


def site_environment(folder: Path, port: int, mail_url: str, **changes: str) -> dict[str, str]:
    """Return the environment of a production site on SQLite in `folder`."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("OT_")}
    env.update(
        DJANGO_SETTINGS_MODULE="opentwinning.config.settings",
        PYTHONUNBUFFERED="1",
        OT_MODE="production",
        OT_DATA_DIR=str(folder),
        OT_DATABASE_URL=f"sqlite:///{folder}/opentwinning.sqlite3",
        OT_SECRET_KEY=SECRET,
        OT_HOSTS="localhost,127.0.0.1",
        OT_ADDRESS=f"https://localhost:{port}",
        OT_MAIL_URL=mail_url,
        OT_MAIL_FROM="no-reply@twinning.test",
        OT_TRUSTED_PROXIES="1",
    )
    env.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    env.update(changes)
    return env


def manage(env: dict[str, str], *arguments: str) -> str:
    """Run a Django command in a site's environment and return what it printed."""
    result = subprocess.run(
        [*DJANGO, *arguments], cwd=ROOT, env=env, text=True, capture_output=True, check=False
    )
    if result.returncode:
        raise AssertionError(f"{' '.join(arguments)} failed:\n{result.stdout}{result.stderr}")
    return result.stdout


def prepare_world(folder: Path, seed: tuple[str, ...] | None) -> None:
    """Make a world: database, people, static files."""
    folder.mkdir(parents=True)
    production = site_environment(folder, 443, "smtp://127.0.0.1:25")
    building = {**production, "OT_MODE": "development"}
    manage(building, "migrate", "--no-input", "--verbosity", "0")
    if seed:
        manage(building, *seed)
    manage(production, "collectstatic", "--no-input", "--verbosity", "0")


def keys(shared: Path) -> Path:
    """Return a folder with a key of this run and a certificate for localhost signed by itself."""
    folder = shared / "tls"
    with once(shared):
        if not folder.exists():
            folder.mkdir()
            command = (
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
                "-subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 "
                "-keyout key.pem -out certificate.pem"
            )
            subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    return folder


@contextmanager
def once(shared: Path) -> Iterator[None]:
    """Let one worker of this run at a time make what all share."""
    with (shared / "shared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def world(shared: Path, seed: tuple[str, ...] | None) -> Path:
    """Return the prepared world for a seed; the first worker to ask makes it."""
    folder = shared / f"world-{'-'.join(seed or ('empty',))}"
    with once(shared):
        if not (folder / "ready").exists():
            shutil.rmtree(folder, ignore_errors=True)
            prepare_world(folder, seed)
            (folder / "ready").touch()
    return folder


class LiveSite:
    """A running site, its mail and its data."""

    def __init__(self, folder: Path, letterbox: Letterbox, tls: Path, **changes: str) -> None:
        """Prepare to serve the world in `folder`, with keys in `tls` and other settings."""
        self.folder = folder
        self.mail = letterbox
        self.port = free_port()
        changes.setdefault("OT_LIVE_ADDRESS", f"wss://localhost:{free_port()}")
        self.env = site_environment(folder, self.port, letterbox.url, **changes)
        self.site = Site(self.env, port=self.port, tls=tls, log=folder / "server.log")

    @property
    def address(self) -> str:
        """Return the address a browser uses."""
        return f"https://localhost:{self.port}"

    def manage(self, *arguments: str) -> str:
        """Run a Django command beside the running site."""
        return manage(self.env, *arguments)

    def url(self, path_or_link: str) -> str:
        """Return where a path, or a link from a mail, is served here."""
        parts = urlsplit(path_or_link)
        return f"{self.address}{parts.path}" + (f"?{parts.query}" if parts.query else "")

    def log(self) -> str:
        """Return what both processes have said."""
        return self.site.log.read_text(encoding="utf-8") if self.site.log else ""


@contextmanager
def serving(
    shared: Path, folder: Path, seed: tuple[str, ...] | None, **changes: str
) -> Iterator[LiveSite]:
    """Serve a copy of a prepared world; both processes are gone afterwards."""
    shutil.copytree(world(shared, seed), folder)
    with post_office() as letterbox:
        live = LiveSite(folder, letterbox, keys(shared), **changes)
        live.site.start()
        try:
            yield live
        finally:
            live.site.stop()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="module")
def live(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    """Serve the demo world to this module."""
    folder = tmp_path_factory.mktemp("live") / "data"
    with serving(shared_folder, folder, SEED) as site:
        yield site
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def live_empty(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    """Serve a platform without people, as on its first day."""
    folder = tmp_path_factory.mktemp("live-empty") / "data"
    with serving(shared_folder, folder, None) as site:
        yield site
    shutil.rmtree(folder, ignore_errors=True)
