"""The life of one project, from the portal to the European label, played by clicks."""

import pytest

from tests.journeys.player import Stage
from tests.journeys.steps import arriving

pytestmark = pytest.mark.journey


def test_the_whole_life_of_one_project(stage: Stage) -> None:
    arriving.three_doors(stage)
    ana = arriving.ana_registers(stage)
    arriving.ana_finds_her_school(ana)
