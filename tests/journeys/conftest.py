"""The stage of the journeys: the shipped site on a small world of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.player import Stage
from tests.plugins.browser import Pages
from tests.plugins.live import serving

SEED = ("shell", "-c", "from tests.journeys.seed import furnish; furnish()")


@pytest.fixture(params=[1280, 360])
def width(request: pytest.FixtureRequest) -> int:
    """A laptop and a telephone; a test may ask for others."""
    return int(request.param)


@pytest.fixture
def stage(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory, browser_page: Pages, width: int
) -> Iterator[Stage]:
    """A site that this test alone uses."""
    folder = tmp_path_factory.mktemp("stage") / "data"
    with serving(shared_folder, folder, SEED) as live:
        stage = Stage(live, browser_page, width)
        yield stage
        stage.close()
    shutil.rmtree(folder, ignore_errors=True)
