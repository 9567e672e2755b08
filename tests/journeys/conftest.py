"""The stage of the journeys: the shipped site on a small world of its own."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.player import Stage
from tests.plugins.browser import Pages
from tests.plugins.live import LiveSite, serving

SEED = ("shell", "-c", "from tests.journeys.seed import furnish; furnish()")
AT_WORK = ("shell", "-c", "from tests.journeys.seed import furnish_at_work; furnish_at_work()")


@pytest.fixture(params=[1280, 360])
def width(request: pytest.FixtureRequest) -> int:
    """A laptop and a telephone; a test may ask for others."""
    return int(request.param)


@pytest.fixture
def stage(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory, browser_page: Pages, width: int
) -> Iterator[Stage]:
    """A site that this test alone uses: offices and two teachers, nothing begun yet."""
    folder = tmp_path_factory.mktemp("stage") / "data"
    with serving(shared_folder, folder, SEED) as live:
        stage = Stage(live, browser_page, width)
        yield stage
        stage.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def site_at_work(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveSite]:
    """A site on which Ana and Ion work in their TwinSpace; the tests of a module share it."""
    folder = tmp_path_factory.mktemp("at-work") / "data"
    with serving(shared_folder, folder, AT_WORK) as live:
        yield live
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def looked_at(site_at_work: LiveSite) -> set[str]:
    """The pages of the site at work that somebody looked at: one look is enough for a module."""
    return set()


@pytest.fixture
def at_work(site_at_work: LiveSite, browser_page: Pages, looked_at: set[str]) -> Iterator[Stage]:
    """The stage of one test on the site at work, on a laptop unless a player says otherwise."""
    stage = Stage(site_at_work, browser_page, 1280, seen=looked_at)
    yield stage
    stage.close()


@pytest.fixture(scope="module")
def addresses(site_at_work: LiveSite) -> dict[str, str]:
    """Where everything of the TwinSpace is."""
    found: dict[str, str] = json.loads((site_at_work.folder / "addresses.json").read_text("utf-8"))
    return found
