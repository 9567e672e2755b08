"""The fixture `kill`: a fresh database, writers on it, kills, and what is left."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.rig import KILLS, KillRig, Outcome
from tests.plugins.databases import own_database
from tests.plugins.live import manage, site_environment

type Kill = Callable[..., Outcome]


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Make a database with every table and no rows, to start each fault test from."""
    folder = tmp_path_factory.mktemp("blank")
    with own_database(folder) as url:
        env = site_environment(folder, 443, "smtp://127.0.0.1:25", OT_DATABASE_URL=url)
        building = {**env, "OT_MODE": "development"}
        manage(building, "migrate", "--no-input", "--skip-checks", "--verbosity", "0")
        yield folder, url


@pytest.fixture
def kill(blank_database: tuple[Path, str], tmp_path: Path) -> Iterator[Kill]:
    """Return a function that runs writers of one kind and kills them: `kill("module:Writer")`.

    `mail_url` is where the product sends mail; further named values go to the rig.
    """
    blank, template = blank_database
    folder = tmp_path / "data"
    shutil.copytree(blank, folder)
    with ExitStack() as stack:
        url = stack.enter_context(own_database(folder, template))

        def run(
            writer: str, *, kills: int = KILLS, mail_url: str = "smtp://127.0.0.1:9", **rig: float
        ) -> Outcome:
            env = site_environment(folder, 443, mail_url, OT_DATABASE_URL=url)
            return KillRig(writer, env, tmp_path, **rig).run(kills)  # type: ignore[arg-type]

        yield run
