"""What a pupil learns of activities on her home (T-06, H13): no mail goes to her."""

import datetime as dt

import pytest

from opentwinning.core.clock import now
from opentwinning.workspace.activities.actions import (
    Plan,
    approve_hand_in,
    hand_in,
    open_activity,
    return_hand_in,
    set_activity,
)
from opentwinning.workspace.activities.models import HandIn
from opentwinning.workspace.activities.wiring.places import on_home
from opentwinning.workspace.spaces.queries import presence_in
from tests import cast
from tests.pages import text
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def an_activity(scene, title="Measure the water", **plan):
    by = cast.ana().actor
    made = set_activity(by=by, space=scene.twinspace.space, plan=Plan(title=title, **plan))
    return open_activity(by=by, activity=made)


def tags_for(scene, kid):
    """What stands beside each activity on the home of a pupil."""
    rows = on_home(kid.actor, presence_in(kid.actor, scene.twinspace.space))["rows"]
    return {row["title"]: str(row["tag"]["label"]) if row["tag"] else "" for row in rows}


def test_home_tells_a_pupil_what_is_due_came_back_and_was_approved(clock):
    scene = a_twinspace()
    due = now().replace(hour=21, minute=0) + dt.timedelta(days=1)
    activity = an_activity(scene, due_at=due, due_zone="UTC")
    an_activity(scene, title="Some day")
    assert text(scene.nina.get(scene.home)).count("Due tomorrow") == 1
    done = hand_in(by=scene.nina.actor, activity=activity, text="7.2")
    assert "Measure the water" not in text(scene.nina.get(scene.home))
    return_hand_in(by=cast.ana().actor, hand_in=done, version=1, answer="Which day?")
    assert "Given back" in text(scene.nina.get(scene.home))
    assert "Given back" not in text(scene.mihai.get(scene.home))
    hand_in(by=scene.nina.actor, activity=activity, text="Monday", version=1)
    approve_hand_in(by=cast.ana().actor, hand_in=HandIn.objects.get(), version=2)
    home = text(scene.nina.get(scene.home))
    assert "Approved" in home
    assert home.index("Some day") < home.index("Measure the water"), "what is to do stands first"
    clock.passes(days=1)
    assert tags_for(scene, scene.mihai) == {"Measure the water": "Due today", "Some day": ""}
    assert tags_for(scene, scene.nina) == {"Measure the water": "Approved", "Some day": ""}
    clock.passes(days=7)
    assert tags_for(scene, scene.nina) == {"Some day": ""}


def test_the_youngest_read_it_below_their_three_tiles():
    scene = a_twinspace("3-5")
    assert "To do" not in text(scene.nina.get(scene.home))
    activity = an_activity(scene, title="Draw the river")
    home = scene.nina.get(scene.home)
    assert "Draw the river" in text(home)
    assert f"/spaces/activities/{activity.ref}/" in home.content.decode()
