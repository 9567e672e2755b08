"""The partnership pulse (idea 4, pain 10): signs of life in words, a private reminder."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.collaboration.twinspaces.actions import nudge_school
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.posts.actions import write_post
from tests.cast import ana, freja, ion, marek
from tests.pages import text
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def people(scene, who) -> str:
    return text(who.get(f"{scene.home}/people"))


def nudge(scene, whom, by=None):
    return nudge_school(by=(by or ana()).actor, member=scene.member(whom))


def test_admins_read_in_words_when_a_school_was_last_heard(clock):
    scene = a_twinspace()
    assert people(scene, ana()).count("New here") == 2, "not of her own school"
    write_post(by=ion().actor, space=scene.twinspace.space, title="", text="Hello from here.")
    assert "within the last week" in people(scene, ana())
    clock.passes(days=10)
    assert "within the last three weeks" in people(scene, ana())
    clock.passes(days=12)
    shown = people(scene, ana())
    assert "more than three weeks ago" in shown
    assert "No sign of life yet" in shown, "Freja's school"
    assert shown.count("Send a friendly reminder") == 2


def test_nobody_but_project_admins_reads_it(clock):
    scene = a_twinspace()
    clock.passes(days=30)
    for who in (freja(), scene.nina):
        shown = people(scene, who)
        assert "sign of life" not in shown
        assert "friendly reminder" not in shown


def test_one_press_tells_the_teachers_of_the_school_and_nobody_else(clock):
    scene = a_twinspace()
    clock.passes(days=30)
    before = set(Notice.objects.values_list("pk", flat=True))
    ana().post(f"{scene.home}/people/{scene.member(freja()).ref}/nudge")
    (told,) = Notice.objects.exclude(pk__in=before)
    assert told.account_id == freja().account.pk
    assert "Reminded within the last two weeks" in people(scene, ana())


def test_a_school_is_reminded_once_a_fortnight_whoever_presses(clock):
    scene = a_twinspace()
    clock.passes(days=30)
    nudge(scene, freja())
    for by in (ana(), ion()):
        with pytest.raises(Invalid, match="two weeks"):
            nudge(scene, freja(), by=by)
    clock.passes(days=13)
    with pytest.raises(Invalid):
        nudge(scene, freja())
    clock.passes(days=2)
    nudge(scene, freja(), by=ion())


def test_a_lively_school_is_left_in_peace():
    scene = a_twinspace()
    create_page(by=freja().actor, space=scene.twinspace.space, title="Our sea", text="Cold.")
    with pytest.raises(Invalid, match="lately"):
        nudge(scene, freja())


def test_only_admins_of_an_open_project_remind_and_only_others(clock):
    scene = a_twinspace()
    clock.passes(days=30)
    for by, whom in ((freja(), ion()), (marek(), ion()), (ana(), ana()), (ana(), scene.mihai)):
        with pytest.raises(Refused):
            nudge(scene, whom, by=by)
    close_project(by=ana().actor, project=fresh(scene.project))
    with pytest.raises(Refused):
        nudge(scene, freja())


def test_the_signs_cost_the_same_for_one_thing_and_for_three():
    scene = a_twinspace()
    costs = []
    for number in range(3):
        create_page(by=ion().actor, space=scene.twinspace.space, title=f"P{number}", text="x")
        people(scene, ana())
        with CaptureQueriesContext(connection) as asked:
            people(scene, ana())
        costs.append(len(asked))
    assert costs[0] == costs[2]
