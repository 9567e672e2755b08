"""The calendar in one's own program: a secret address and RFC 5545 (T-04, B4)."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import Refused
from opentwinning.people.accounts.actions import suspend_account
from opentwinning.workspace.calendar.actions import (
    cancel_event,
    change_event,
    delete_event,
    make_feed,
    plan_event,
    withhold_event,
)
from opentwinning.workspace.calendar.models import Event, Feed
from opentwinning.workspace.calendar.vocabulary import FETCHES, When
from opentwinning.workspace.spaces.actions import remove_member

DAY = dt.date(2027, 3, 3)
TEN = When(DAY, DAY, "Europe/Ljubljana", dt.time(10), dt.time(11))
WHOLE = When(DAY, DAY + dt.timedelta(days=2), "Europe/Ljubljana")


def an_event(scene, when=TEN, **values):
    values = {"title": "Video lesson"} | values
    return plan_event(by=scene.ana.actor, space=scene.space, when=when, **values)


def address_of(scene, person=None) -> str:
    return (
        f"/spaces/calendar/feed/{make_feed(by=(person or scene.ana).actor, space=scene.space)}.ics"
    )


def fetch(address, **headers):
    return Client().get(address, headers=headers)


def entries(answer) -> list[dict[str, str]]:
    """The events of a calendar file, read by the rules of RFC 5545 alone: lines end with CRLF, hold
    at most 75 octets, and go on with a blank. Names keep their parameters."""
    body = answer.content
    assert body.endswith(b"\r\n")
    lines = body.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    whole = body.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode()
    open_parts, found = [], []
    for line in whole.split("\r\n")[:-1]:
        name, value = re.fullmatch(r"([A-Za-z0-9-]+(?:;[^:]*)?):(.*)", line).groups()
        if name == "BEGIN":
            open_parts.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert open_parts.pop() == value
        elif open_parts[-1] == "VEVENT":
            assert name not in found[-1]
            unescaped = re.sub(r"\\([\\;,nN])", lambda m: "\n" if m[1] in "nN" else m[1], value)
            found[-1][name] = unescaped
    assert not open_parts
    return found


def titles(answer):
    return {entry["SUMMARY"] for entry in entries(answer)}


# ---------------------------------------------------------------- the file


def test_a_program_reads_moments_days_and_long_words(scene, clock):
    title = "Čez gore; in reke, po „vodi“ \\ " + "ž" * 60
    an_event(scene, title=title, where="https://meet.example.org/a,b;c", text="Not for programs")
    an_event(scene, WHOLE, title="Measuring")
    answer = fetch(address_of(scene))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    whole, timed = sorted(entries(answer), key=lambda each: each["SUMMARY"] != "Measuring")
    assert timed["SUMMARY"] == title
    assert timed["LOCATION"] == "https://meet.example.org/a,b;c"
    assert (timed["DTSTART"], timed["DTEND"]) == ("20270303T090000Z", "20270303T100000Z")
    assert whole["DTSTART;VALUE=DATE"] == "20270303"
    assert whole["DTEND;VALUE=DATE"] == "20270306"  # the day after the last
    assert whole["DTSTAMP"] == whole["LAST-MODIFIED"] == "20261005T090000Z"
    assert "Not for programs" not in answer.text
    assert "Ana" not in answer.text


def test_the_same_event_keeps_its_name_and_counts_its_changes(scene, clock):
    event = an_event(scene)
    address = address_of(scene)
    (first,) = entries(fetch(address))
    assert (first["SEQUENCE"], first["STATUS"]) == ("0", "CONFIRMED")
    clock.passes(hours=1)
    change_event(by=scene.ana.actor, event=event, title="Moved", when=WHOLE, version=1)
    cancel_event(by=scene.ana.actor, event=event)
    (then,) = entries(fetch(address))
    assert then["UID"] == first["UID"]
    assert (then["SEQUENCE"], then["STATUS"]) == ("2", "CANCELLED")
    assert then["LAST-MODIFIED"] == "20261005T100000Z"


def test_nothing_new_is_said_in_one_word(scene):
    """The same file has the same stamp, so that a program asks cheaply."""
    an_event(scene)
    address = address_of(scene)
    first = fetch(address)
    assert first["Cache-Control"] == "private, max-age=900"
    assert fetch(address, if_none_match=first["ETag"]).status_code == 304
    an_event(scene, title="Another")
    assert fetch(address, if_none_match=first["ETag"]).status_code == 200
    assert not first.cookies


# ---------------------------------------------------------------- who reads


def test_what_she_may_see_now_and_no_more(scene, clock):
    an_event(scene, title="For teachers", place="staff_room")
    delete_event(by=scene.ana.actor, event=an_event(scene, title="Deleted"))
    withhold_event(by=SYSTEM, ref=an_event(scene, title="Withheld").ref)
    an_event(scene, title="Shown")
    assert titles(fetch(address_of(scene))) == {"For teachers", "Shown"}


def test_pupils_have_no_address(scene):
    with pytest.raises(Refused, match="Only teachers"):
        make_feed(by=scene.luka.actor, space=scene.space)
    assert scene.nina.get(f"/spaces/{scene.space.ref}/calendar/subscribe/").status_code == 404
    page = scene.nina.get(f"/spaces/{scene.space.ref}/calendar/").text
    assert "subscribe" not in page


def test_who_left_reads_nothing(scene):
    an_event(scene)
    address = address_of(scene, scene.freja)
    remove_member(by=SYSTEM, member=scene.member("freja"))
    assert fetch(address).status_code == 404
    assert not Feed.objects.exists()


def test_who_is_suspended_reads_nothing(scene):
    address = address_of(scene, scene.freja)
    assert fetch(address).status_code == 200
    suspend_account(by=SYSTEM, account=scene.freja.account, reason="Spam", office="DK")
    assert fetch(address).status_code == 404


def test_a_closed_space_is_gone_and_a_read_only_one_stays(scene):
    an_event(scene)
    address = address_of(scene)
    scene.closes()
    assert titles(fetch(address)) == {"Video lesson"}
    scene.space.state = "closed"
    with permit("spaces"):
        scene.space.save(update_fields=["state"])
    assert fetch(address).status_code == 404


def test_a_new_address_ends_the_old_and_ending_ends_all(scene):
    old = address_of(scene)
    new = address_of(scene)
    assert fetch(old).status_code == 404
    assert fetch(new).status_code == 200
    assert Feed.objects.count() == 1
    scene.ana.post(f"/spaces/{scene.space.ref}/calendar/unsubscribe/")
    assert fetch(new).status_code == 404


def test_the_secret_is_shown_once_and_not_kept(scene):
    page = f"/spaces/{scene.space.ref}/calendar/subscribe/"
    shown = scene.ana.post(page)
    assert "no-store" in shown["Cache-Control"]
    secret = re.search(r"/calendar/feed/([\w-]+)\.ics", shown.text)[1]
    assert len(secret) == 32
    assert secret not in scene.ana.get(page).text
    assert Feed.objects.get().digest != secret
    assert fetch(f"/spaces/calendar/feed/{secret}.ics").status_code == 200


def test_who_asks_too_often_waits(scene, clock):
    address = address_of(scene)
    answers = {fetch(address).status_code for _ in range(FETCHES[0].tries)}
    assert answers == {200}
    late = fetch(address)
    assert (late.status_code, late["Retry-After"]) == (429, "900")
    clock.passes(hours=2)
    assert fetch(address).status_code == 200


def test_guessing_ends_soon(scene, clock):
    codes = [fetch(f"/spaces/calendar/feed/{n:032}.ics").status_code for n in range(21)]
    assert codes == [404] * 20 + [429]


def test_questions_do_not_grow(scene):
    an_event(scene)
    address = address_of(scene)
    fetch(address)
    with CaptureQueriesContext(connection) as one:
        fetch(address)
    an_event(scene)
    an_event(scene, WHOLE)
    with CaptureQueriesContext(connection) as three:
        fetch(address)
    assert len(three) == len(one)


def test_old_events_leave_the_file(scene, clock):
    an_event(scene)
    address = address_of(scene)
    clock.moves_to(dt.datetime(2028, 4, 1, tzinfo=dt.UTC))
    assert entries(fetch(address)) == []
    assert Event.objects.exists()
