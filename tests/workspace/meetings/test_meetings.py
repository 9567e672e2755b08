"""Meetings: planned by teachers, a door, a room (T-20, X-58, H8, H9)."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.limits.vocabulary import Limit
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.meetings.actions import (
    call_off,
    change_meeting,
    come,
    plan_meeting,
    purge_meetings,
)
from opentwinning.workspace.meetings.models import Letter, Meeting, Seat
from opentwinning.workspace.meetings.vocabulary import MOST_IN, SeatState
from opentwinning.workspace.spaces.models import Member
from tests.cast import ana, educator, freja, ion, marek
from tests.pages import text
from tests.scenes.meetings import Page, a_meeting, at, lets_in
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def test_a_teacher_plans_and_the_others_learn_of_it():
    scene = a_twinspace()
    answer = ana().post(
        f"/spaces/{scene.ref}/meetings/new/",
        {
            "title": "Two classes meet", "place": "whole", "minutes": "45", "form_token": "x",
            "day": (now() + dt.timedelta(days=3)).date().isoformat(), "begins": "10:00",
        },
    )  # fmt: skip
    assert answer.status_code == 302
    meeting = Meeting.objects.get()
    assert "Two classes meet" in text(scene.nina.get(f"/spaces/{scene.ref}/meetings/"))
    told = Notice.objects.filter(kind="meetings.planned").values_list("account_id", flat=True)
    assert set(told) == {ion().account.pk, freja().account.pk}
    month = f"{meeting.begins_at:%Y-%m}"
    assert at(meeting) in text(ion().get(f"/spaces/{scene.ref}/calendar/?month={month}"))


def test_pupils_do_not_plan():
    """X-58."""
    scene = a_twinspace()
    assert scene.nina.get(f"/spaces/{scene.ref}/meetings/new/").status_code == 403
    with pytest.raises(Refused):
        plan_meeting(
            by=scene.nina.actor, space=scene.twinspace.space, title="X", begins_at=now(), minutes=5
        )


def test_the_same_form_sent_twice_plans_one():
    scene = a_twinspace()
    first = a_meeting(scene, form_token="once")
    assert a_meeting(scene, form_token="once") == first
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("minutes", [-60, 60 * 24 * 400])
def test_times_that_make_no_sense_are_refused(minutes):
    with pytest.raises(Invalid):
        a_meeting(a_twinspace(), begins_in=minutes)


def test_what_was_typed_comes_back_with_the_reason():
    scene = a_twinspace()
    answer = ana().post(
        f"/spaces/{scene.ref}/meetings/new/",
        {"title": "Our frogs", "place": "whole", "minutes": "45", "day": "2001-01-01",
         "begins": "10:00"},
    )  # fmt: skip
    assert "Our frogs" in text(answer, 422)
    assert "Choose a time that is not over." in text(answer, 422)


def test_only_who_planned_it_and_project_admins_change_it():
    scene = a_twinspace()
    meeting = a_meeting(scene, who=freja(), begins_in=90)
    later = now() + dt.timedelta(days=1)
    change_meeting(by=ana().actor, meeting=meeting, title="Later", begins_at=later, minutes=30)
    with pytest.raises(Refused):
        call_off(by=scene.nina.actor, meeting=meeting)
    call_off(by=freja().actor, meeting=meeting)
    assert "Called off" in text(ion().get(f"/spaces/{scene.ref}/meetings/"))
    assert Notice.objects.filter(kind="meetings.off").count() == 2


def test_meetings_of_teachers_are_not_seen_by_pupils():
    scene = a_twinspace()
    meeting = a_meeting(scene, place="staff_room", title="About grades")
    assert "About grades" not in text(scene.nina.get(f"/spaces/{scene.ref}/meetings/"))
    assert scene.nina.get(at(meeting)).status_code == 404
    assert marek().get(at(meeting)).status_code == 404
    assert "About grades" in text(freja().get(at(meeting)))


def test_browsers_tell_each_other_how_to_connect():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    one, other = Page(ana(), meeting, "a"), Page(ion(), meeting, "i")
    one.comes()
    other.comes()
    one.calls(one.letter_to(other, {"description": "offer"}), one.letter_to(other, "second"))
    letters = other.calls()["letters"]
    assert [json.loads(each["data"]) for each in letters] == [{"description": "offer"}, "second"]
    assert {(each["from"], each["tab"]) for each in letters} == {(one.seat, "a")}
    assert other.calls()["letters"] == []
    assert not Letter.objects.exists()


def test_letters_that_come_too_fast_are_brought_again(monkeypatch):
    """F7; a lost one would leave two browsers without a connection."""
    monkeypatch.setattr(
        "opentwinning.workspace.meetings.views.room.CALLS", (Limit(1, dt.timedelta(minutes=1)),)
    )
    scene = a_twinspace()
    meeting = a_meeting(scene)
    one, other = Page(ana(), meeting, "a"), Page(ion(), meeting, "i")
    one.comes()
    other.comes()
    assert one.calls(one.letter_to(other))["again"] is False
    assert one.calls(one.letter_to(other, "later"))["again"] is True
    assert len(other.calls()["letters"]) == 1


def test_letters_reach_only_who_is_in_and_nobody_elsewhere():
    scene = a_twinspace()
    meeting, elsewhere = a_meeting(scene), a_meeting(scene, title="Another")
    one, waiting, away = (
        Page(ana(), meeting, "a"), Page(scene.nina, meeting, "n"), Page(ion(), elsewhere, "i")
    )  # fmt: skip
    for page in (one, waiting, away):
        page.comes()
    long = {"to": away.seat, "tab": "i", "data": "x" * 30_000}
    one.calls(one.letter_to(waiting), one.letter_to(away), one.letter_to(one), long)
    waiting.calls(waiting.letter_to(one))
    assert not Letter.objects.exists()


def test_the_newest_page_of_a_person_holds_her_seat():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    old, new = Page(ana(), meeting, "old"), Page(ana(), meeting, "new")
    old.comes()
    new.comes()
    assert old.calls()["state"] == "moved"
    assert new.calls()["state"] == "in"
    ana().post(f"{at(meeting)}leave/", {"tab": "old"})
    assert new.calls()["state"] == "in"


def test_eight_screens_are_in_and_the_ninth_waits(clock):
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher = Page(ana(), meeting, "a")
    teacher.comes()
    members = [scene.member(who) for who in (ion(), freja())]
    with free_writing():
        for number in range(MOST_IN - 1):
            template = members[0]
            member = Member.objects.create(
                space=template.space, capacity=template.capacity, country="RO",
                name=f"Teacher {number}", account=educator(f"T{number} Many", "RO").account,
            )  # fmt: skip
            Seat.objects.create(meeting=meeting, member=member, state=SeatState.IN)
    nina = Page(scene.nina, meeting, "n")
    nina.comes()
    with pytest.raises(Invalid, match="Eight"):
        lets_in(ana(), nina)
    assert Page(ion(), meeting, "i").comes()["state"] == "full"


def test_ending_it_parts_everybody_and_it_may_begin_again():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher, nina = Page(ana(), meeting, "a"), Page(scene.nina, meeting, "n")
    teacher.comes()
    nina.comes()
    lets_in(ana(), nina)
    assert ion().post(f"{at(meeting)}end/").status_code == 302
    assert nina.calls()["state"] == teacher.calls()["state"] == "ended"
    assert teacher.comes()["state"] == "in"
    assert nina.comes()["state"] == "waiting"


NO_NUMBER = '{"tab":"a","comes":1,"after":"x","letters":[]}'


@pytest.mark.parametrize("body", ["", "[]", "{", '{"tab": 5}', "null", NO_NUMBER, "[" * 5000])
def test_what_is_no_call_is_refused(body):
    scene = a_twinspace()
    meeting = a_meeting(scene)
    answer = ana().post(f"{at(meeting)}call/", body, content_type="application/json")
    assert answer.status_code == 422
    assert not Seat.objects.exists()


def test_only_this_page_may_ask_for_the_microphone():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    assert "microphone=(self)" in ana().get(at(meeting))["Permissions-Policy"]
    assert "microphone=()" in ana().get(f"/spaces/{scene.ref}/meetings/")["Permissions-Policy"]


def test_a_call_costs_the_same_for_one_and_for_three_others():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    teacher = Page(ana(), meeting, "a")
    teacher.comes()
    Page(ion(), meeting, "i").comes()
    teacher.calls()
    with CaptureQueriesContext(connection) as one:
        teacher.calls()
    for who, tab in ((freja(), "f"), (scene.nina, "n"), (scene.mihai, "m")):
        Page(who, meeting, tab).comes()
    with CaptureQueriesContext(connection) as more:
        teacher.calls()
    assert len(more) == len(one)


def test_the_list_costs_the_same_for_one_and_for_three():
    scene = a_twinspace()
    a_meeting(scene)
    ana().get(f"/spaces/{scene.ref}/meetings/")
    with CaptureQueriesContext(connection) as one:
        ana().get(f"/spaces/{scene.ref}/meetings/")
    a_meeting(scene, title="Second")
    a_meeting(scene, title="Third")
    with CaptureQueriesContext(connection) as three:
        ana().get(f"/spaces/{scene.ref}/meetings/")
    assert len(three) == len(one)


def test_who_was_there_is_forgotten_a_day_later(clock):
    """F11."""
    scene = a_twinspace()
    meeting = a_meeting(scene)
    Page(scene.nina, meeting, "n").comes()
    clock.passes(hours=26)
    purge_meetings(by=SYSTEM)
    assert not Seat.objects.exists()
    assert Meeting.objects.exists()
    clock.passes(days=401)
    purge_meetings(by=SYSTEM)
    assert not Meeting.objects.exists()


def test_without_script_one_comes_to_the_door_and_leaves():
    scene = a_twinspace()
    meeting = a_meeting(scene)
    assert scene.nina.post(f"{at(meeting)}come/").status_code == 302
    assert Seat.objects.get().state == SeatState.WAITING
    assert "A meeting needs a browser that runs scripts." in text(scene.nina.get(at(meeting)))
    scene.nina.post(f"{at(meeting)}leave/")
    assert not Seat.objects.exists()
    assert come(by=ana().actor, meeting=meeting).state == SeatState.IN
