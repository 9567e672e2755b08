"""The table "what each can and cannot" on the page of people (page 88; X-43, X-46, X-47, X-48)."""

import pytest

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.collaboration.twinspaces.queries.rights import rights_in
from opentwinning.workspace.spaces.models import Space
from tests.cast import ana, freja
from tests.pages import text
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db

# Written from the requirements: project admin, teacher, pupil admin, pupil, guest.
STATED = {
    "Read the words of pages and of the diary": "yyyyy",
    "Read pages, diary, forum and calendar": "yyyyn",
    "Write in the diary": "yyyyn",
    "Answer in the forum": "yyyyn",
    "Begin a talk in the forum": "yyynn",
    "Add pages": "yyynn",
    "Add files": "yyyyn",
    "Plan events in the calendar": "yynnn",
    "Read the pupil corner": "yyyyn",
    "Write in the pupil corner": "nnyyn",
    "Read the staff room": "yynnn",
    "Bring one's own pupils in": "yynnn",
    "Publish for everybody on the internet": "ynnnn",
    "Take any pupil out, choose project admins, change settings": "ynnnn",
}


def told(space) -> dict[str, str]:
    return {
        str(act.name): "".join("y" if right.is_given else "n" for right in act.rights)
        for act in rights_in(space)
    }


def test_the_table_says_what_was_stated_apart_from_the_code():
    assert told(a_twinspace().twinspace.space) == STATED


def test_a_pupils_diary_post_is_looked_at_first():
    """H13."""
    (diary,) = [
        act for act in rights_in(a_twinspace().twinspace.space) if act.name == "Write in the diary"
    ]
    words = [str(right.words) for right in diary.rights]
    assert words == ["Yes", "Yes", "Yes, a teacher looks first", "Yes, a teacher looks first", "No"]


def test_it_follows_the_rule_that_lets_pupils_begin_talks():
    """X-47."""
    space = Space.objects.get(pk=a_twinspace().twinspace.space.pk)
    space.pupils_may_open_threads = True
    assert told(space)["Begin a talk in the forum"] == "yyyyn"


def test_in_a_closed_project_everybody_only_reads():
    scene = a_twinspace()
    close_project(by=ana().actor, project=fresh(scene.project))
    space = Space.objects.get(pk=scene.twinspace.space.pk)
    readable = {name for name, rights in told(space).items() if "y" in rights}
    assert readable == {name for name in STATED if name.startswith("Read ")}


def test_teachers_find_the_table_beside_the_people_and_pupils_do_not():
    scene = a_twinspace()
    for who in (ana(), freja()):
        shown = text(who.get(f"{scene.home}/people"))
        assert "What each can and cannot" in shown
        assert "Write in the pupil corner" in shown
    assert "What each can and cannot" not in text(scene.nina.get(f"{scene.home}/people"))


def test_nobody_is_written_down_by_asking():
    scene = a_twinspace()
    before = scene.twinspace.space.members.count()
    rights_in(scene.twinspace.space)
    assert scene.twinspace.space.members.count() == before
