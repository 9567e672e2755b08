"""Lessons written down once, and those in common with a contact (pain 30)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.community.networking.actions import (
    accept_contact,
    ask_for_contact,
    end_contact,
    save_timetable,
)
from opentwinning.community.networking.models import ClosedDays, LessonSlot, Timetable
from opentwinning.community.networking.vocabulary import ShownTo
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import stopped
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.support.actions import add_region, save_holiday
from tests import cast

pytestmark = pytest.mark.django_db
LESSONS, CONTACTS = "/partners/lessons", "/partners/contacts/"
TOGETHER = f"{LESSONS}/together"
NINE, TEN, ELEVEN = dt.time(9), dt.time(10), dt.time(11)


def kept(person, zone, *slots, closed=(), shown_to=ShownTo.CONTACTS):
    return save_timetable(
        by=person.actor, time_zone=zone, slots=slots, closed=closed,
        shown_to=shown_to,
    )  # fmt: skip


def met(asker, asked):
    contact = ask_for_contact(by=asker.actor, educator=asked.educator, message="Hello")
    accept_contact(by=asked.actor, contact=contact)
    return contact


def holiday(country, region, first, last, name):
    save_holiday(
        by=SYSTEM, country=country, kind="school", region=region, first_day=first, last_day=last,
        name=name,
    )  # fmt: skip


def row(number, weekday, begins, ends, label=""):
    values = {"weekday": weekday, "begins": begins, "ends": ends, "label": label}
    return {f"{name}_{number}": value for name, value in values.items()}


def test_ana_writes_down_her_week_and_takes_it_back():
    """Rows come and go without script; what cannot be is said beside what was typed."""
    ana = cast.ana()
    sent = {"slots": "2", "closed": "1", "time_zone": "Europe/Ljubljana",
            "shown_to": "contacts", **row(0, "0", "09:00", "09:45", "5. b"),
            "first_day_0": "2027-02-15", "last_day_0": "2027-02-19", "reason_0": "Winter holidays",
            }  # fmt: skip
    longer = ana.post(LESSONS, {**sent, "more": "1"}).content.decode()
    assert 'name="weekday_5"' in longer
    assert 'value="5. b"' in longer
    assert not Timetable.objects.exists()
    wrong = ana.post(LESSONS, {**sent, **row(1, "", "10:00", "", "6. a")})
    assert wrong.status_code == 422
    text = wrong.content.decode()
    assert "Fill in the rest of this row" in text
    assert 'value="6. a"' in text
    backwards = ana.post(
        LESSONS, {**sent, **row(1, "1", "10:00", "10:00"), "last_day_0": "2027-02-01"}
    )
    assert "A lesson must end after it begins." in backwards.content.decode()
    assert "The last day must not be before the first day." in backwards.content.decode()
    assert ana.post(LESSONS, {**sent, **row(1, "0", "09:30", "10:00")}).status_code == 422
    assert ana.post(LESSONS, sent)["Location"] == LESSONS
    page = ana.get(LESSONS).content.decode()
    for value in ("5. b", "09:00", "09:45", "2027-02-15", "Winter holidays"):
        assert f'value="{value}"' in page
    ana.post(LESSONS, {
        "slots": "1", "closed": "1", "time_zone": "Europe/Ljubljana", "shown_to": "contacts",
    })  # fmt: skip
    assert not LessonSlot.objects.exists()
    assert not ClosedDays.objects.exists()
    assert not Timetable.objects.exists()


def test_contacts_learn_the_times_in_common_and_nothing_else():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    contact = met(ana, ion)
    url = f"/partners/contacts/{contact.ref}/lessons"
    assert f'href="{url}"' in ana.get(f"/partners/contacts/{contact.ref}").content.decode()
    assert "We do not know your lessons yet" in ana.get(url).content.decode()
    with stopped(dt.datetime(2027, 3, 18, 12, tzinfo=dt.UTC)):
        kept(ana, "Europe/Ljubljana", (0, NINE, TEN, "5. b"),
             closed=[(dt.date(2027, 4, 5), dt.date(2027, 4, 30), "Exams")])  # fmt: skip
        assert "has not written down lessons yet" in ana.get(url).content.decode()
        kept(ion, "Europe/Bucharest", (0, TEN, ELEVEN, "VI A"), (1, NINE, TEN, "VII C"))
        page = ana.get(url).content.decode()
        assert "5 lessons in common" in page  # 22 and 29 March, 3, 10 and 17 May
        assert "22 March" in page
        assert "09:00–10:00" in page
        assert "10:00–11:00" in page
        assert "12 April" not in page
        assert "VI A" not in page
        assert "VII C" not in page
        assert "5. b" not in ion.get(url).content.decode()
    assert marek.get(url).status_code == 404
    end_contact(by=ana.actor, contact=contact)
    assert ion.get(url).status_code == 404


def test_the_list_of_contacts_counts_the_lessons_of_the_month_to_plan():
    """Only where both wrote down lessons; the number of questions does not grow with contacts."""
    ana, ion, marek, freja = cast.ana(), cast.ion(), cast.marek(), cast.freja()
    contact = met(ana, ion)
    kept(ana, "Europe/Ljubljana", (0, NINE, TEN, "5. b"), (3, NINE, TEN, "5. b"),
         closed=[(dt.date(2026, 12, 24), dt.date(2026, 12, 31), "Winter")])  # fmt: skip
    save_holiday(by=SYSTEM, country="RO", kind="public", region="", name="Saint Andrew",
                 first_day=dt.date(2026, 11, 30), last_day=dt.date(2026, 12, 1))  # fmt: skip
    kept(ion, "Europe/Bucharest", (0, TEN, ELEVEN, "VI A"), (1, NINE, TEN, "VII C"))
    with stopped(dt.datetime(2026, 11, 15, 12, tzinfo=dt.UTC)):
        assert "November 2026: 4 lessons in common" in ana.get(CONTACTS).content.decode()
    with stopped(dt.datetime(2026, 11, 16, 12, tzinfo=dt.UTC)):
        for person in (ana, ion):
            page = person.get(CONTACTS).content.decode()
            assert "December 2026: 3 lessons in common" in page  # 7, 14 and 21 December
            assert f'href="/partners/contacts/{contact.ref}/lessons"' in page
        with CaptureQueriesContext(connection) as one:
            ana.get(CONTACTS)
        met(ana, marek)
        met(freja, ana)
        kept(marek, "Europe/Warsaw", (3, NINE, NINE.replace(minute=19), ""))  # too short
        with CaptureQueriesContext(connection) as three:
            page = ana.get(CONTACTS).content.decode()
        assert len(three) == len(one)
        assert page.count("lessons in common") == 1
        assert "in common" not in freja.get(CONTACTS).content.decode()


def test_ana_finds_the_lessons_that_all_of_several_contacts_have():
    """Each in the own time; whoever is no contact, or wrote nothing down, cannot be chosen."""
    ana, ion, marek, freja = cast.ana(), cast.ion(), cast.marek(), cast.freja()
    assert "We do not know your lessons yet" in ana.get(TOGETHER).content.decode()
    kept(ana, "Europe/Ljubljana", (0, NINE, TEN, "5. b"), (3, NINE, TEN, "5. b"))
    assert "None of your contacts has written down" in ana.get(TOGETHER).content.decode()
    for other in (ion, marek):
        met(ana, other)
    kept(ion, "Europe/Bucharest", (0, TEN, ELEVEN, "VI A"), (3, TEN, ELEVEN, "VI A"))
    kept(freja, "Europe/Copenhagen", (0, NINE, TEN, "6. x"))
    with stopped(dt.datetime(2027, 3, 18, 12, tzinfo=dt.UTC)):
        address = f"{TOGETHER}?with={ion.educator.ref}"
        with CaptureQueriesContext(connection) as one:
            page = ana.get(address).content.decode()
        assert "17 lessons in common" in page
        assert marek.educator.ref not in page
        assert freja.educator.ref not in page
        kept(marek, "Europe/Warsaw", (3, dt.time(9, 30), TEN, "secret"))
        refs = "&".join(f"with={each.educator.ref}" for each in (ion, marek, freja))
        with CaptureQueriesContext(connection) as two:
            page = ana.get(f"{TOGETHER}?{refs}").content.decode()
        assert len(two) == len(one)
        assert "8 lessons in common" in page  # Thursdays from 25 March to 13 May
        assert "09:30–10:00" in page
        assert "10:30–11:00" in page, "an hour later in Bucharest, whatever summer time does"
        assert freja.educator.name not in page
        for word in ("secret", "VI A", "5. b"):
            assert word not in page
        assert TOGETHER in ana.get(CONTACTS).content.decode()
        assert TOGETHER not in ion.get(CONTACTS).content.decode()


def test_who_allows_it_shows_the_number_to_everybody_who_looks_for_partners():
    """In the search and on the profile (L-04, pain 30), never when; contacts see it in any case.
    Whoever wrote down no lessons is told nothing."""
    ana, ion, marek, freja = cast.ana(), cast.ion(), cast.marek(), cast.freja()
    met(ana, ion)
    mondays = (0, NINE, TEN, "5. b")
    kept(marek, "Europe/Warsaw", mondays, shown_to=ShownTo.EVERYBODY)
    kept(freja, "Europe/Copenhagen", mondays, shown_to=ShownTo.PROJECTS)
    with stopped(dt.datetime(2027, 3, 18, 12, tzinfo=dt.UTC)):
        assert "in common" not in ana.get("/partners/").content.decode()
        kept(ana, "Europe/Ljubljana", mondays)
        with CaptureQueriesContext(connection) as one:
            page = ana.get("/partners/").content.decode()
        assert page.count("April 2027: 4 lessons in common") == 1, "Marek's, not Freja's"
        kept(ion, "Europe/Bucharest", (0, TEN, ELEVEN, "VI A"))
        kept(freja, "Europe/Copenhagen", mondays, shown_to=ShownTo.EVERYBODY)
        with CaptureQueriesContext(connection) as three:
            page = ana.get("/partners/").content.decode()
        assert page.count("April 2027: 4 lessons in common") == 3
        assert len(three) == len(one)
        profile = ana.get(f"/educators/{marek.educator.ref}").content.decode()
        assert "April 2027: 4 lessons in common" in profile
        assert "09:00" not in page + profile
        ana.post(f"/partners/block/{marek.educator.ref}")
        assert "in common" not in ana.get(f"/educators/{marek.educator.ref}").content.decode()


def test_a_week_of_many_lessons_is_one_line_for_each_until_it_is_opened():
    """On a phone twenty rows of four fields were five screens; a wrong row stays open."""
    ana = cast.ana()
    kept(ana, "Europe/Ljubljana", *[(day, NINE, TEN, "5. b") for day in range(5)],
         closed=[(dt.date(2027, 4, 5), dt.date(2027, 4, 5), "Exams")])  # fmt: skip
    page = ana.get(LESSONS).content.decode()
    assert page.count("<summary>") == 6
    assert "Monday 09:00–10:00 · 5. b" in page
    assert "Mon 5 April 2027 · Exams" in page
    sent = {"slots": "2", "closed": "1", "time_zone": "Europe/Ljubljana", "shown_to": "contacts",
            **row(0, "0", "09:00", "10:00"), **row(1, "1", "11:00", "10:00", "wrong")}  # fmt: skip
    page = ana.post(LESSONS, sent).content.decode()
    assert page.count("<summary>") == 1
    assert 'value="wrong"' in page
    page = ana.post(LESSONS, {**sent, "weekday_1": "x", "more": "1"}).content.decode()
    assert page.count("<summary>") == 1


def test_holidays_of_country_and_region_are_left_out_by_themselves():
    """She is told which ones we know; those of another region do not count."""
    ana, ion = cast.ana(), cast.ion()
    contact = met(ana, ion)
    for country in ("SI", "RO"):
        cast.office(country)
    for code in ("SI-VR", "SI-ZR", "SI-XR"):
        add_region(by=SYSTEM, country="SI", code=code, name=f"Region {code}")
    holiday("SI", "SI-VR", dt.date(2027, 3, 22), dt.date(2027, 3, 26), "Pomladne počitnice")
    holiday("SI", "SI-ZR", dt.date(2027, 5, 10), dt.date(2027, 5, 10), "Elsewhere")
    holiday("RO", "", dt.date(2027, 5, 3), dt.date(2027, 5, 3), "Paștele")
    url = f"/partners/contacts/{contact.ref}/lessons"
    sent = {"slots": "1", "closed": "1", "time_zone": "Europe/Ljubljana",
            "shown_to": "contacts", **row(0, "0", "09:00", "10:00")}  # fmt: skip
    with stopped(dt.datetime(2027, 3, 18, 12, tzinfo=dt.UTC)):
        kept(ion, "Europe/Bucharest", (0, TEN, ELEVEN, "VI A"))
        assert ana.post(LESSONS, {**sent, "region": "SI-XX"}).status_code == 422
        assert ana.post(LESSONS, {**sent, "region": "SI-VR"})["Location"] == LESSONS
        page = ana.get(LESSONS).content.decode()
        assert "Pomladne počitnice" in page
        assert "Elsewhere" not in page
        assert '<option value="SI-VR" selected>' in page
        found = ana.get(url).content.decode()
        assert "22 March" not in found
        assert "3 May" not in found
        assert "10 May" in found
        edit = f"/organisations/{cast.school(ana).ref}/edit"
        school = {"name": "Osnovna šola Pod Lipo", "place": "Bled", "region": "Region SI-ZR"}
        assert cast.petra().post(edit, school).status_code == 302
        assert "10 May" in ana.get(url).content.decode()  # what she chose goes first
        ana.post(LESSONS, {**sent, "region": ""})
        assert "The region of my school: Region SI-ZR" in ana.get(LESSONS).content.decode()
        found = ana.get(url).content.decode()
        assert "22 March" in found
        assert "10 May" not in found
    with pytest.raises(Invalid):
        save_timetable(
            by=ion.actor, time_zone="Europe/Bucharest", slots=[],
            closed=[], region="SI-VR",
        )  # fmt: skip


def test_only_validated_educators_write_and_lessons_do_not_overlap():
    """The ledger keeps how many rows, not what they say; a refusal changes nothing."""
    ana = cast.ana()
    kept(ana, "Europe/Ljubljana", (0, NINE, TEN, "5. b"))
    entry = LedgerEntry.objects.filter(verb__contains="save_timetable").latest("pk")
    assert "5. b" not in str(entry.details)
    for other in (cast.ewa(), cast.petra()):
        with pytest.raises(Refused):
            kept(other, "Europe/Warsaw", (0, NINE, TEN, ""))
    with pytest.raises(Invalid):
        kept(ana, "Europe/Ljubljana", (0, NINE, ELEVEN, ""), (0, TEN, ELEVEN, ""))
    with pytest.raises(Invalid):
        kept(ana, "Europe/Ljubljana", *[(day % 7, NINE, TEN, "") for day in range(41)])
    assert LessonSlot.objects.get().label == "5. b"
    assert cast.ewa().get(LESSONS).status_code == 403
