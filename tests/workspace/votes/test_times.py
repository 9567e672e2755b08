"""Looking for a time that suits everybody's clock (page 85)."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from opentwinning.core.clock import now, stopped
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.votes.actions import Question, look_for_time, vote
from opentwinning.workspace.votes.models import Choice, Poll
from opentwinning.workspace.votes.queries import numbers_of
from tests import cast
from tests.pages import text
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
THURSDAY = dt.datetime(2027, 3, 4, 9, tzinfo=dt.UTC)  # 10:00 in Ljubljana, 11:00 in Bucharest


def at(poll):
    return f"/spaces/polls/{poll.ref}/"


def times(*begins):
    return [(each, each + HOUR) for each in begins]


def a_search(scene, place="staff_room"):
    with stopped(THURSDAY - dt.timedelta(days=9)):
        return look_for_time(
            by=cast.ana().actor,
            space=scene.twinspace.space,
            question=Question("Talk of the classes", place=place),
            times=times(THURSDAY, THURSDAY + HOUR, THURSDAY + dt.timedelta(days=1)),
        )


def says(person, poll, *answers):
    refs = [each.ref for each in Choice.objects.filter(poll=poll).order_by("position")]
    given = dict(zip(refs, answers, strict=True))
    vote(by=person.actor, poll=poll, answers={k: v for k, v in given.items() if v != "no"})


def test_hours_of_a_week_are_picked_in_a_grid():
    scene = a_twinspace()
    with stopped(THURSDAY - dt.timedelta(days=9)):
        address = f"/spaces/{scene.ref}/polls/new-time/"
        grid = cast.ana().get(f"{address}?week=2027-03-03").content.decode()
        assert 'value="2027-03-01T07:00"' in grid
        assert 'value="2027-03-05T19:00"' in grid
        sent = {
            "title": "Talk of the classes", "week": "2027-03-01", "minutes": "45",
            "times": ["2027-03-04T10:00", "2027-03-05T10:00"], "place": "staff_room",
        }  # fmt: skip
        cast.ana().post(address, sent)
    first = Choice.objects.order_by("begins_at").first()
    zone = ZoneInfo(cast.ana().actor.time_zone)
    assert first.begins_at.astimezone(zone) == dt.datetime(2027, 3, 4, 10, tzinfo=zone)
    assert first.ends_at - first.begins_at == dt.timedelta(minutes=45)
    assert Notice.objects.filter(kind="votes.time").count() == 2, "Ion and Freja"


def test_too_few_times_and_times_that_are_over_are_refused_and_nothing_is_lost():
    scene = a_twinspace()
    address = f"/spaces/{scene.ref}/polls/new-time/"
    sent = {"title": "Talk", "week": "2027-03-01", "minutes": "45",
            "times": ["2027-03-04T10:00"], "place": "staff_room"}  # fmt: skip
    with stopped(THURSDAY - dt.timedelta(days=9)):
        page = cast.ana().post(address, sent)
    assert "Choose at least two times." in text(page, 422)
    assert 'value="2027-03-04T10:00" aria-label' in page.content.decode()
    assert page.content.decode().count(" checked>") >= 1
    with pytest.raises(Invalid):
        look_for_time(
            by=cast.ana().actor,
            space=scene.twinspace.space,
            question=Question("Talk"),
            times=times(now() - HOUR, now() + HOUR),
        )


def test_a_time_the_clocks_jump_over_is_refused(settings):
    scene = a_twinspace()
    ana = cast.ana()
    with stopped(dt.datetime(2027, 3, 10, tzinfo=dt.UTC)):
        page = ana.post(
            f"/spaces/{scene.ref}/polls/new-time/",
            {"title": "Talk", "week": "2027-03-22", "minutes": "45", "place": "staff_room",
             "times": ["2027-03-28T02:00", "2027-03-28T03:00"]},
        )  # fmt: skip
    assert page.status_code == 422, "a Sunday is not in the grid, nor is two in the morning"


def test_everybody_answers_by_her_own_clock_and_the_best_is_marked():
    scene = a_twinspace()
    poll = a_search(scene)
    with stopped(THURSDAY - dt.timedelta(days=5)):
        says(cast.ana(), poll, "yes", "yes", "no")
        says(cast.ion(), poll, "maybe", "yes", "no")
        says(cast.freja(), poll, "no", "maybe", "yes")
        results = numbers_of(poll).results
        assert [(each.yes, each.maybe, each.is_best) for each in results] == [
            (1, 1, False),
            (2, 1, True),
            (1, 0, False),
        ]
        page = text(cast.ion().get(at(poll)))
    assert "Suits most" in page
    assert "Yes: 2 · if need be: 1 · no: 0" in page
    assert cast.ana().educator.name in page


def test_nothing_but_noes_is_an_answer():
    scene = a_twinspace()
    poll = a_search(scene)
    refs = list(Choice.objects.filter(poll=poll).values_list("ref", flat=True))
    with stopped(THURSDAY - dt.timedelta(days=5)):
        assert cast.ion().post(at(poll), dict.fromkeys(refs, "no")).status_code == 302
        page = text(cast.ion().get(at(poll)))
    assert "You have voted." in page
    assert "no: 1" in page


def test_an_answer_to_each_time_is_asked_for():
    scene = a_twinspace()
    poll = a_search(scene)
    assert cast.ion().post(at(poll), {}).status_code == 422


def test_one_press_plans_it_and_closes_the_search():
    scene = a_twinspace()
    poll = a_search(scene)
    best = Choice.objects.filter(poll=poll).order_by("position").first()
    with stopped(THURSDAY - dt.timedelta(days=5)):
        assert cast.freja().post(f"{at(poll)}plan/{best.ref}/").status_code == 403
        cast.ana().post(f"{at(poll)}plan/{best.ref}/")
        cast.ana().post(f"{at(poll)}plan/{best.ref}/")
    event = Event.objects.get()
    assert (event.title, event.begins_at, event.place) == (
        "Talk of the classes", THURSDAY, "staff_room",
    )  # fmt: skip
    found = Poll.objects.get(pk=poll.pk)
    assert found.is_closed
    assert found.event_ref == event.ref
    assert f"/spaces/calendar/{event.ref}/" in cast.ion().get(at(poll)).content.decode()


def test_a_choice_of_a_question_is_no_time():
    scene = a_twinspace()
    poll, other = a_search(scene), a_search(scene)
    strange = Choice.objects.filter(poll=other).first()
    assert cast.ana().post(f"{at(poll)}plan/{strange.ref}/").status_code == 404
    assert not Event.objects.exists()
