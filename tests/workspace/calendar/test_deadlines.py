"""What is due stands in the calendar of a space, for whom it is due."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.workspace.activities.actions import Plan, open_activity, set_activity
from opentwinning.workspace.calendar.actions import make_feed
from opentwinning.workspace.meetings.actions import call_off, plan_meeting
from opentwinning.workspace.votes.actions import Question, ask_question
from tests import cast
from tests.pages import text
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db
SOON = dt.timedelta(hours=30)


def an_activity(scene, title="Draw the river", opens=True, **plan):
    by = cast.ana().actor
    what = Plan(title=title, due_at=now() + SOON, due_zone="UTC", **plan)
    made = set_activity(by=by, space=scene.twinspace.space, plan=what)
    return open_activity(by=by, activity=made) if opens else made


def a_poll(scene, title="Our sign", **more):
    question = Question(title=title, choices=("Trout", "Otter"), closes_at=now() + SOON, **more)
    return ask_question(by=cast.ana().actor, space=scene.twinspace.space, question=question)


def pages(scene, who):
    """What comes, and the month in which it is due."""
    base = f"/spaces/{scene.ref}/calendar/"
    month = f"{now() + SOON:%Y-%m}"
    return [text(who.get(f"{base}?view=coming")), text(who.get(f"{base}?month={month}"))]


def test_hand_ins_and_polls_stand_on_their_day():
    scene = a_twinspace()
    an_activity(scene)
    a_poll(scene)
    for who in (cast.ion(), scene.nina):
        for page in pages(scene, who):
            assert "Draw the river" in page
            assert "To be handed in" in page
            assert "Our sign" in page
            assert "The poll closes" in page


def test_nobody_sees_there_what_she_does_not_see_elsewhere():
    scene = a_twinspace()
    an_activity(scene, title="A draft", opens=False)
    ana = scene.member(cast.ana())
    an_activity(scene, title="For Slovenia", school=(ana.country, ana.organisation_name))
    a_poll(scene, title="Among teachers", place="staff_room")
    for page in pages(scene, scene.mihai):
        assert "A draft" not in page
        assert "For Slovenia" not in page
        assert "Among teachers" not in page
    for page in pages(scene, cast.ion()):
        assert "For Slovenia" in page
        assert "Among teachers" in page


def test_what_is_over_is_not_what_comes(clock):
    scene = a_twinspace()
    an_activity(scene)
    clock.passes(days=2)
    assert "Draw the river" not in text(
        cast.ion().get(f"/spaces/{scene.ref}/calendar/?view=coming")
    )


def test_the_number_of_questions_does_not_grow():
    scene = a_twinspace()
    address = f"/spaces/{scene.ref}/calendar/"

    def asked():
        cast.ion().get(address)
        with CaptureQueriesContext(connection) as found:
            cast.ion().get(address)
        return len(found)

    an_activity(scene)
    a_poll(scene)
    first = asked()
    for number in range(2):
        an_activity(scene, title=f"Activity {number}")
        a_poll(scene, title=f"Poll {number}")
    assert asked() == first


def test_programs_read_it_too_in_the_language_of_who_made_the_address():
    """T-04: hand-ins, polls and meetings stand in the calendar on one's own telephone."""
    scene = a_twinspace()
    activity, poll = an_activity(scene), a_poll(scene)
    an_activity(scene, title="A draft", opens=False)
    meeting = plan_meeting(
        by=cast.ana().actor, space=scene.twinspace.space, title="See us", begins_at=now() + SOON,
        minutes=45,
    )  # fmt: skip
    off = plan_meeting(
        by=cast.ana().actor, space=scene.twinspace.space, title="Not so", begins_at=now() + SOON,
        minutes=45,
    )  # fmt: skip
    call_off(by=cast.ana().actor, meeting=off)
    ion = cast.ion()
    ion.account.language = "ro"
    with free_writing():
        ion.account.save(update_fields=["language"])
    secret = make_feed(by=ion.actor, space=scene.twinspace.space)
    told = {
        str(each["uid"]).partition("@")[0]: each
        for each in Calendar.from_ical(Client().get(f"/spaces/calendar/feed/{secret}.ics").content)
        .walk("VEVENT")
    }  # fmt: skip
    assert set(told) == {activity.ref, poll.ref, meeting.ref}
    assert "Draw the river" in told[activity.ref]["summary"]
    assert str(told[meeting.ref]["summary"]) == "Întâlnire: See us"
    lasts = told[meeting.ref]["dtend"].dt - told[meeting.ref]["dtstart"].dt
    assert lasts == dt.timedelta(minutes=45)
    assert told[meeting.ref]["url"].endswith(f"/spaces/meetings/{meeting.ref}/")
