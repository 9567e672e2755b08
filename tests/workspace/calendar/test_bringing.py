"""Events of another calendar, brought in from a file (T-04, page 84)."""

import datetime as dt
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.calendar.actions import (
    bring_events,
    change_event,
    delete_event,
    plan_event,
    withhold_event,
)
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.vocabulary import BRINGINGS, When
from tests.workspace.calendar.samples import HERE, MEETING, TRIP, a_file, an_entry, read


def bring(scene, *entries, person=None, place="whole"):
    found = read(*entries).found
    return bring_events(by=(person or scene.ana).actor, space=scene.space, found=found, place=place)


def page_of(scene) -> str:
    return f"/spaces/{scene.space.ref}/calendar/bring/"


# ---------------------------------------------------------------- bringing in


def test_the_same_file_again_changes_nothing(scene, clock):
    assert bring(scene, MEETING, TRIP) == (2, 0)
    assert bring(scene, MEETING, TRIP) == (0, 0)
    assert set(Event.objects.values_list("version", flat=True)) == {1}


def test_a_newer_file_moves_what_it_moved(scene, clock):
    bring(scene, MEETING, TRIP, place="staff_room")
    later = MEETING.replace("T100000", "T101500").replace("Hall", "Library")
    assert bring(scene, later, TRIP) == (0, 1)
    event = Event.objects.get(title="Meeting of parents")
    assert (event.begins_at.minute, event.where, event.version) == (15, "Library", 2)
    assert event.place == "staff_room"  # it stays where it is


def test_what_was_changed_here_stays_until_the_file_changes(scene, clock):
    bring(scene, MEETING)
    event = Event.objects.get()
    whole = When(event.first_day, event.last_day, HERE)
    change_event(by=scene.ana.actor, event=event, title="Ours", when=whole, version=1)
    assert bring(scene, MEETING) == (0, 0)
    assert Event.objects.get().title == "Ours"


def test_what_the_file_cancels_is_crossed_out(scene, clock):
    cancelled = f"{MEETING}\nSTATUS:CANCELLED"
    assert bring(scene, cancelled) == (0, 0)
    bring(scene, MEETING)
    assert bring(scene, cancelled) == (0, 1)
    assert Event.objects.get().is_cancelled


def test_what_lies_in_the_trash_stays_there(scene, clock):
    bring(scene, MEETING)
    delete_event(by=scene.ana.actor, event=Event.objects.get())
    assert bring(scene, MEETING.replace("Hall", "Gym")) == (0, 0)
    assert Event.objects.get().deleted_at is not None


def test_nobody_changes_what_a_colleague_brought_or_what_is_hidden(scene, clock):
    bring(scene, MEETING)
    moved = MEETING.replace("Hall", "Gym")
    assert bring(scene, moved, person=scene.freja) == (0, 0)
    withhold_event(by=SYSTEM, ref=Event.objects.get().ref)
    assert bring(scene, moved) == (0, 0)
    assert Event.objects.get().where == "Hall"


def test_what_is_planned_by_hand_has_no_name_in_a_file(scene, clock):
    bring(scene, MEETING)
    plan_event(
        by=scene.ana.actor, space=scene.space, title="Ours",
        when=When(dt.date(2027, 3, 3), dt.date(2027, 3, 3), HERE),
    )  # fmt: skip
    assert Event.objects.filter(source="").count() == 1


def test_colleagues_are_told_once(scene, clock):
    bring(scene, MEETING, TRIP)
    bring(scene, MEETING, TRIP)
    told = Notice.objects.filter(kind="calendar.brought")
    assert {n.account_id for n in told} == {scene.ion.account.pk, scene.freja.account.pk}
    assert told.count() == 2
    assert "2 new or changed" in scene.ion.get("/notices/").text


def test_pupils_bring_nothing_and_a_closed_project_takes_nothing(scene, clock):
    with pytest.raises(Refused, match="Only teachers"):
        bring(scene, MEETING, person=scene.luka)
    assert scene.nina.get(page_of(scene)).status_code == 403
    assert "calendar/bring" not in scene.nina.get(f"/spaces/{scene.space.ref}/calendar/").text
    scene.closes()
    with pytest.raises(Refused, match="read-only"):
        bring(scene, MEETING)


def test_a_full_calendar_takes_nothing_of_the_file(scene, clock, monkeypatch):
    monkeypatch.setattr("opentwinning.workspace.calendar.actions.bring.MOST_EVENTS", 1)
    with pytest.raises(Invalid, match="full"):
        bring(scene, MEETING, TRIP)
    assert not Event.objects.exists()


# ---------------------------------------------------------------- screens


def lines_of(answer) -> str:
    return unescape(re.search(r'name="lines" value="([^"]*)"', answer.text)[1])


def sources_of(answer) -> list[str]:
    return re.findall(r'name="chosen" value="(\w+)"', answer.text)


def test_she_looks_chooses_and_takes_over(scene, clock):
    file = SimpleUploadedFile("school.ics", a_file(MEETING, TRIP, "UID:z\nSUMMARY:Odd").encode())
    looked = scene.ana.post(page_of(scene), {"file": file})
    assert looked.status_code == 200
    assert not Event.objects.exists()
    for words in ("Meeting of parents", "Wed 3 March 2027, 10:00–11:00", "Trip", "Left out", "Odd"):
        assert words in looked.text
    first, _ = sources_of(looked)
    values = {"lines": lines_of(looked), "chosen": [first], "place": "whole"}
    answer = scene.ana.post(page_of(scene), values, follow=True)
    assert "1 event is new." in answer.text
    assert Event.objects.get().title == "Meeting of parents"
    again = scene.ana.post(page_of(scene), {"text": a_file(MEETING, TRIP)})
    assert "1 event is here already." in again.text
    assert len(sources_of(again)) == 1


def test_nothing_chosen_keeps_what_was_read(scene, clock):
    looked = scene.ana.post(page_of(scene), {"text": a_file(MEETING, TRIP)})
    values = {"lines": lines_of(looked), "place": "staff_room"}
    answer = scene.ana.post(page_of(scene), values)
    assert answer.status_code == 422
    assert "Choose at least one event" in answer.text
    assert len(sources_of(answer)) == 2


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Choose a file, or paste"),
        ({"text": "Dear colleague"}, "not a calendar file"),
        ({"lines": "BEGIN:VCALENDAR", "chosen": ["x"], "place": "whole"}, "cut off"),
    ],
)
def test_what_is_no_calendar_is_said_and_stays_typed(scene, clock, values, words):
    answer = scene.ana.post(page_of(scene), values)
    assert answer.status_code == 422
    assert words in answer.text
    assert values.get("text", "") in answer.text


def test_markup_in_a_file_stays_text(scene, clock):
    bad = an_entry("DTSTART:20270303T100000Z", title="<script>alert(1)</script>")
    looked = scene.ana.post(page_of(scene), {"text": a_file(bad)})
    assert "<script>alert(1)" not in looked.text


def test_who_looks_into_very_many_files_waits(scene, clock):
    for _ in range(BRINGINGS[0].tries):
        scene.ana.post(page_of(scene), {"text": "x"})
    assert "Try again in an hour" in scene.ana.post(page_of(scene), {"text": "x"}).text


def test_questions_do_not_grow(scene, clock):
    address = page_of(scene)
    scene.ana.post(address, {"text": a_file(MEETING)})
    with CaptureQueriesContext(connection) as one:
        scene.ana.post(address, {"text": a_file(MEETING)})
    three_entries = [MEETING, TRIP, MEETING.replace("UID:m", "UID:n")]
    with CaptureQueriesContext(connection) as three:
        assert len(sources_of(scene.ana.post(address, {"text": a_file(*three_entries)}))) == 3
    assert len(three) == len(one)
