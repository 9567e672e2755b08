"""Planning in a space (T-04, page 84, matrix row 40)."""

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import permit
from opentwinning.core.verdicts import Conflict, Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Account
from opentwinning.workspace.calendar.actions import (
    cancel_event,
    change_event,
    delete_event,
    plan,
    plan_event,
    purge_events,
    undelete_event,
    withhold_event,
)
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.policies import (
    may_change_event,
    may_plan_event,
    may_read_event,
)
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.calendar.wiring.cleaning import empty
from opentwinning.workspace.spaces.events import SpaceEmptied
from tests import cast

TEACHERS = {"ana", "ion", "freja"}
EVERYBODY = TEACHERS | {"nina", "luka", "mihai"}
SPRING = dt.date(2027, 3, 3)


def allowed(scene, rule):
    return {name for name in EVERYBODY if rule(scene.member(name), scene.space)}


def at(day=SPRING, begins=10, ends=11, zone="Europe/Ljubljana", days=1):
    last = day + dt.timedelta(days=days - 1)
    return When(day, last, zone, dt.time(begins), dt.time(ends))


def whole(day=SPRING, days=1):
    return When(day, day + dt.timedelta(days=days - 1), "Europe/Ljubljana")


def an_event(scene, person=None, **values):
    values = {"title": "Video lesson", "when": at()} | values
    return plan_event(by=(person or scene.freja).actor, space=scene.space, **values)


def page_of(event) -> str:
    return f"/spaces/calendar/{event.ref}/"


def calendar_of(scene, query="") -> str:
    return f"/spaces/{scene.space.ref}/calendar/{query}"


def lives_in(person, zone):
    """Her clock from now on."""
    row = Account.objects.get(pk=person.account.pk)
    row.time_zone = zone
    with permit("accounts"):
        row.save(update_fields=["time_zone"])


# ---------------------------------------------------------------- who may


def test_teachers_plan_and_everybody_reads(scene):
    """Matrix row 40."""
    assert allowed(scene, may_plan_event) == TEACHERS
    event = an_event(scene)
    assert allowed(scene, lambda m, s: may_read_event(m, event)) == EVERYBODY
    assert allowed(scene, lambda m, s: may_change_event(m, s, event)) == TEACHERS
    of_ana = an_event(scene, scene.ana)
    assert allowed(scene, lambda m, s: may_change_event(m, s, of_ana)) == {"ana", "ion"}
    with pytest.raises(Refused, match="Only teachers plan"):
        an_event(scene, scene.luka)


def test_pupils_never_see_what_is_for_teachers(scene):
    """Nowhere: not in the month, the lists, the home, by address or in the trash."""
    event = an_event(scene, place="staff_room", title="About the pupils")
    for query in ("?month=2027-03", "?view=coming", "?view=past", "trash/"):
        assert "About the pupils" not in scene.nina.get(calendar_of(scene, query)).text
    assert scene.nina.get(page_of(event)).status_code == 404
    assert "About the pupils" in scene.ion.get(calendar_of(scene, "?month=2027-03")).text


def test_a_closed_project_is_only_read(scene):
    event = an_event(scene)
    scene.closes()
    with pytest.raises(Refused, match="read-only"):
        cancel_event(by=scene.freja.actor, event=event)
    assert scene.nina.get(page_of(event)).status_code == 200
    assert "/edit/" not in scene.freja.get(page_of(event)).text


# ---------------------------------------------------------------- time


def test_each_reads_her_own_clock_and_that_of_partners(scene):
    """Ten in Maribor is eleven in Brașov."""
    lives_in(scene.ana, "Europe/Ljubljana")
    lives_in(scene.ion, "Europe/Bucharest")
    event = an_event(scene, scene.ana)
    here, there = scene.ana.get(page_of(event)).text, scene.ion.get(page_of(event)).text
    assert "Wed 3 March 2027, 10:00–11:00" in here
    assert "11:00–12:00</strong> <bdi>Romania" in here
    assert "Wed 3 March 2027, 11:00–12:00" in there
    assert "10:00–11:00</strong> <bdi>Denmark, Slovenia" in there


@pytest.mark.parametrize(
    ("day", "utc"),
    [(dt.date(2027, 3, 27), 9), (dt.date(2027, 3, 28), 8), (dt.date(2027, 10, 31), 9)],
)
def test_ten_is_ten_before_and_after_the_clocks_change(scene, day, utc):
    assert an_event(scene, when=at(day)).begins_at.hour == utc


def test_a_partner_whose_clocks_never_change_is_an_hour_farther_in_summer(scene):
    """Türkiye keeps its time all year; the two hours of winter are one in summer."""
    lives_in(scene.ana, "Europe/Istanbul")
    winter = an_event(scene, when=at(dt.date(2027, 1, 13)))
    summer = an_event(scene, when=at(dt.date(2027, 6, 2)))
    assert "12:00–13:00" in scene.ana.get(page_of(winter)).text
    assert "11:00–12:00" in scene.ana.get(page_of(summer)).text


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (at(dt.date(2027, 3, 28), 2, 3), "clocks jump"),
        (at(begins=11, ends=10), "ends before"),
        (at(begins=11, ends=11), "ends before"),
        (whole(days=0), "ends before"),
        (at(days=70), "two months"),
        (whole(dt.date(1027, 3, 3)), "year"),
        (When(SPRING, SPRING, "Europe/Ljubljana", dt.time(10)), "both times empty"),
        (When(SPRING, SPRING, "Europe/Ljubljana", None, dt.time(10)), "both times empty"),
    ],
)
def test_what_is_no_time_is_said(scene, when, words):
    with pytest.raises(Invalid, match=words):
        an_event(scene, when=when)


def test_whole_days_are_the_same_days_everywhere(scene):
    lives_in(scene.ion, "Pacific/Auckland")
    event = an_event(scene, when=whole(days=3), title="Days of measuring")
    assert "Wed 3 March 2027 – Fri 5 March 2027" in scene.ion.get(page_of(event)).text
    month = scene.ion.get(calendar_of(scene, "?month=2027-03")).text
    assert month.count("Days of measuring") == 3


def test_an_event_stands_on_the_day_of_the_reader(scene):
    """Late on the last of March in Maribor is the first of April in Auckland."""
    lives_in(scene.ion, "Pacific/Auckland")
    an_event(scene, when=at(dt.date(2027, 3, 31), 22, 23), title="Late talk")
    assert "Late talk" in scene.ion.get(calendar_of(scene, "?month=2027-04")).text
    cells = scene.ion.get(calendar_of(scene, "?month=2027-04")).context["weeks"]
    assert [c["day"] for week in cells for c in week if c["events"]] == [dt.date(2027, 4, 1)]


@pytest.mark.parametrize("said", ["2027-13", "x", "0000-01", "99999-1", "2027", "-", "²-1"])
def test_an_odd_month_is_this_month(scene, said):
    assert scene.ana.get(calendar_of(scene, f"?month={said}")).context["is_now"]


# ---------------------------------------------------------------- what happens


def test_a_double_click_is_one_event(scene):
    """G6."""
    assert an_event(scene, form_token="t") == an_event(scene, form_token="t")
    an_event(scene, form_token="t", title="Another")
    assert Event.objects.count() == 2


def test_a_calendar_is_full_one_day(scene, monkeypatch):
    monkeypatch.setattr(plan, "MOST_EVENTS", 2)
    an_event(scene)
    an_event(scene)
    with pytest.raises(Invalid, match="full"):
        an_event(scene)


def test_teachers_are_told_of_new_moved_and_cancelled(scene):
    event = an_event(scene)
    event = change_event(by=scene.freja.actor, event=event, title="Lesson", when=at(), version=1)
    event = change_event(
        by=scene.freja.actor, event=event, title="Lesson", when=at(begins=9), version=2
    )
    cancel_event(by=scene.freja.actor, event=event)
    for kind in ("planned", "moved", "cancelled"):
        told = Notice.objects.filter(kind=f"calendar.{kind}")
        assert {n.account_id for n in told} == {scene.ana.account.pk, scene.ion.account.pk}
        assert told.count() == 2
    assert "Freja" in scene.ana.get("/notices/").text


def test_an_old_version_changes_nothing(scene):
    """G7: the form comes back with what was typed."""
    event = an_event(scene)
    change_event(by=scene.ana.actor, event=event, title="Newer", when=at(), version=1)
    with pytest.raises(Conflict):
        change_event(by=scene.freja.actor, event=event, title="Older", when=at(), version=1)
    form = {
        "title": "Mine", "first_day": "2027-03-03", "begins": "10:00", "ends": "11:00",
        "place": "whole", "version": 1,
    }  # fmt: skip
    answer = scene.freja.post(f"{page_of(event)}edit/", form)
    assert answer.status_code == 422
    assert "Mine" in answer.text
    assert scene.freja.post(f"{page_of(event)}edit/", form | {"version": 2}).status_code == 302
    assert Event.objects.get().title == "Mine"


def test_a_cancelled_event_stays_and_can_take_place_after_all(scene):
    event = an_event(scene)
    scene.freja.post(f"{page_of(event)}cancel/")
    assert "Cancelled" in scene.nina.get(calendar_of(scene, "?view=coming")).text
    scene.freja.post(f"{page_of(event)}cancel/")
    assert "Cancelled" not in scene.nina.get(calendar_of(scene, "?view=coming")).text


def test_thirty_days_in_the_trash(scene, clock):
    event = an_event(scene)
    answer = scene.freja.post(f"{page_of(event)}delete/", follow=True)
    assert "is in the trash" in answer.text
    assert scene.ana.get(page_of(event)).status_code == 404
    assert "Video lesson" in scene.freja.get(calendar_of(scene, "trash/")).text
    assert "Video lesson" not in scene.nina.get(calendar_of(scene, "trash/")).text
    scene.freja.post(f"{page_of(event)}undelete/")
    assert scene.nina.get(page_of(event)).status_code == 200
    delete_event(by=scene.freja.actor, event=Event.objects.get())
    clock.passes(days=31)
    assert purge_events(by=SYSTEM) == 1
    with pytest.raises(Event.DoesNotExist):
        undelete_event(by=scene.freja.actor, event=event)


def test_what_is_withheld_stands_in_no_list(scene, clock):
    event = an_event(scene)
    withhold_event(by=SYSTEM, ref=event.ref)
    for person in (scene.ana, scene.nina):
        for query in ("?month=2027-03", "?view=coming"):
            assert "Video lesson" not in person.get(calendar_of(scene, query)).text
    assert scene.nina.get(page_of(event)).status_code == 404
    assert "Hidden after a report" in scene.freja.get(page_of(event)).text
    with pytest.raises(Refused, match="hidden after a report"):
        change_event(by=scene.freja.actor, event=event, title="x", when=at(), version=1)


def test_an_emptied_space_keeps_no_event(scene):
    delete_event(by=scene.freja.actor, event=an_event(scene))
    an_event(scene)
    empty(SpaceEmptied(scene.space.pk))
    assert not Event.objects.exists()


# ---------------------------------------------------------------- screens


def test_a_teacher_plans_by_form(scene):
    form = {
        "title": "Meeting", "first_day": "2027-03-03", "begins": "10:00", "ends": "10:45",
        "where": "https://meet.example.org/x", "text": "Bring **water**.", "place": "whole",
    }  # fmt: skip
    lives_in(scene.freja, "Europe/Copenhagen")
    answer = scene.freja.post(calendar_of(scene, "new/"), form, follow=True)
    assert "It is in the calendar" in answer.text
    assert 'href="https://meet.example.org/x"' in answer.text
    assert "<strong>water</strong>" in answer.text
    event = Event.objects.get()
    assert event.begins_at == dt.datetime(2027, 3, 3, 9, tzinfo=dt.UTC)
    assert event.time_zone == "Europe/Copenhagen"
    bad = scene.freja.post(calendar_of(scene, "new/"), form | {"ends": "09:00"})
    assert bad.status_code == 422
    assert "Meeting" in bad.text
    assert scene.nina.get(calendar_of(scene, "new/")).status_code == 403


def test_what_was_is_paged_and_leaves_what_comes(scene, clock):
    for number in range(32):
        an_event(scene, title=f"Lesson {number}", when=at(SPRING + dt.timedelta(days=number)))
    clock.passes(days=365)
    first = scene.ana.get(calendar_of(scene, "?view=past"))
    more = first.context["more"]
    assert "Lesson 31" in first.text
    assert "Lesson 1<" not in first.text
    older = scene.ana.get(calendar_of(scene, "?" + urlencode({"view": "past", "before": more})))
    assert [row["title"] for row in older.context["rows"]] == ["Lesson 1", "Lesson 0"]
    assert scene.ana.get(calendar_of(scene, "?view=past&before=x")).status_code == 200
    assert "Nothing planned" in scene.ana.get(calendar_of(scene, "?view=coming")).text


def test_the_next_event_stands_on_today(scene, clock):
    soon = clock.now().date() + dt.timedelta(days=3)
    an_event(scene, scene.ana, when=at(soon), title="Soon")
    an_event(scene, scene.ana, when=at(soon), title="For teachers", place="staff_room")
    an_event(scene, scene.ana, when=at(soon + dt.timedelta(days=60)), title="Much later")
    off = an_event(scene, scene.ana, when=at(soon), title="Called off")
    cancel_event(by=scene.ana.actor, event=off)
    page = scene.ana.get("/today/").text
    assert "Soon" in page
    assert "For teachers" in page
    assert "Much later" not in page
    assert "Called off" not in page
    assert "Soon" not in cast.marek().get("/today/").text


@pytest.mark.parametrize("query", ["?month=2027-03", "?view=coming", "?view=past"])
def test_questions_do_not_grow(scene, query, clock):
    an_event(scene)
    scene.ana.get(calendar_of(scene, query))
    with CaptureQueriesContext(connection) as one:
        scene.ana.get(calendar_of(scene, query))
    an_event(scene)
    an_event(scene, when=whole())
    with CaptureQueriesContext(connection) as three:
        scene.ana.get(calendar_of(scene, query))
    assert len(three) == len(one)
