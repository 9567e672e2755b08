"""A pupil's lesson on a phone."""

import pytest

from tests.journeys.player import Stage
from tests.journeys.steps import classes

pytestmark = pytest.mark.journey


def test_a_class_comes_in(stage: Stage) -> None:
    freja = stage.player("Freja Lund").signs_in()
    classes.she_makes_a_class(freja, "5b")
    classes.she_adds_24_pupils_and_prints(freja)
