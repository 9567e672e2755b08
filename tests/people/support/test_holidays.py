"""Holidays of a country and its regions, one by one and from files (pain 30)."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.support.actions import (
    add_region,
    delete_holiday,
    import_holidays,
    save_holiday,
)
from opentwinning.people.support.models import Holiday, Region
from opentwinning.people.support.queries import free_days_at, holidays_at
from opentwinning.people.support.queries.holiday_file import Asked, FoundHoliday, read_holidays
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS, IMPORT = "/support/SI/holidays", "/support/SI/holidays/import"
REGIONS = ("SI-ZR", "SI-VR", "KO")  # the office chooses how its codes look
WINTER = (dt.date(2027, 2, 15), dt.date(2027, 2, 19))
HEAD = "Country;StartDate;EndDate;Type;RegionalScope;TemporalScope;Name;Subdivisions"
TABLE = f"""\ufeff{HEAD}
SI;2027-02-15;2027-02-19;School;Regional;FullDay;SL Zimske počitnice,EN Winter holidays;ZR
SI;2027-02-22;2027-02-26;School;Regional;;SL Zimske počitnice,EN Winter holidays;SI-vr,SI-KO
SI;2027-02-08;;Public;National;;"SL Prešernov dan, praznik,EN Prešeren Day";
AT;2027-02-01;2027-02-06;School;Regional;;DE Semesterferien;WI
SI;2027-06-24;;EndOfLessons;National;;EN Last day;
SI;2027-03-01;;Public;Local;;EN Day of a town;LJ
SI;2027-13-01;;Public;National;;EN Never;
SI;2027-05-02;2027-05-01;Public;National;;EN Backwards;
SI;2027-01-01;2028-01-01;School;National;;EN For ever;
SI;2027-03-02;;School;Regional;;EN Nowhere;
SI;2027-03-03;;School;Regional;;EN Hostile;<script>
SI;2027-03-04;;School;National;;;
"""
CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Office//EN\r
BEGIN:VEVENT\r
UID:1\r
DTSTART;VALUE=DATE:20270215\r
DTEND;VALUE=DATE:20270220\r
SUMMARY:Zimske počitnice\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2\r
DTSTART;VALUE=DATE:20270208\r
DURATION:P1D\r
SUMMARY:Prešernov dan\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:3\r
DTSTART;VALUE=DATE:20270101\r
RRULE:FREQ=YEARLY\r
SUMMARY:Novo leto\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:4\r
SUMMARY:Without a day\r
END:VEVENT\r
END:VCALENDAR\r
"""


def asked(**said):
    usual = {"country": "SI", "language": "sl", "kind": "school", "region": "", "regions": REGIONS}
    return Asked(**usual | said)


def name_regions():
    for code in REGIONS:
        add_region(by=SYSTEM, country="SI", code=code, name=f"Region {code}")


def upload(text, name="holidays.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return {"file": SimpleUploadedFile(name, data), "kind": "school", "region": ""}


def test_a_table_of_open_data_is_read_row_by_row():
    read = read_holidays(TABLE.encode(), asked())
    assert [(str(each.first_day), each.region, each.kind, each.name) for each in read.found] == [
        ("2027-02-08", "", "public", "Prešernov dan, praznik"),
        ("2027-02-15", "SI-ZR", "school", "Zimske počitnice"),
        ("2027-02-22", "KO", "school", "Zimske počitnice"),
        ("2027-02-22", "SI-VR", "school", "Zimske počitnice"),
    ]
    assert read.elsewhere == 1
    assert read.other_kinds == 2
    assert [number for number, _ in read.problems] == [8, 9, 10, 11, 12, 13]
    assert "“<script>” is not on the list of regions" in dict(read.problems)[12]
    assert read_holidays(TABLE.encode(), asked(language="ro")).found[1].name == "Winter holidays"


def test_a_calendar_is_read_with_both_kinds_of_ends():
    read = read_holidays(CALENDAR.encode(), asked(region="SI-VR"))
    assert read.found == [
        FoundHoliday(dt.date(2027, 2, 8), dt.date(2027, 2, 8), "SI-VR", "school", "Prešernov dan"),
        FoundHoliday(*WINTER, "SI-VR", "school", "Zimske počitnice"),
    ]
    assert [number for number, _ in read.problems] == [3, 4]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xfe\x00", b"first_day,name\x00", b"a,b\n1,2", b"PK\x03\x04\x00\x00",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense", b"BEGIN:VCALENDAR\r\n" * 2900,
        b"first_day,name\n" + b"2027-01-01,A\n" * 3001,
        b"BEGIN:VCALENDAR\r\n" * 3001,
    ],
)  # fmt: skip
def test_what_is_no_list_of_holidays_is_refused(data):
    with pytest.raises(Invalid):
        read_holidays(data, asked())


def test_petra_keeps_the_holidays_of_her_country():
    petra = cast.petra()
    assert 'type="hidden" name="region"' in petra.get(ADDRESS).content.decode()
    name_regions()
    sent = {"name": "Zimske počitnice", "kind": "school", "first_day": "2027-02-15",
            "last_day": "2027-02-19", "region": "SI-VR"}  # fmt: skip
    assert petra.post(ADDRESS, sent)["Location"] == ADDRESS
    kept = Holiday.objects.get()
    assert (kept.country, kept.region, kept.last_day) == ("SI", "SI-VR", WINTER[1])
    again = petra.post(ADDRESS, sent)
    assert again.status_code == 422
    assert "This holiday is written down already." in again.content.decode()
    for wrong in ({"region": "<b>"}, {"last_day": "2027-02-01"}, {"name": ""}):
        answer = petra.post(ADDRESS, sent | {"first_day": "2027-02-14"} | wrong)
        assert answer.status_code == 422
        assert "2027-02-14" in answer.content.decode()
    edit = f"/support/holidays/{kept.pk}/edit"
    assert 'value="Zimske počitnice"' in petra.get(edit).content.decode()
    petra.post(edit, sent | {"first_day": "2027-02-19", "last_day": "", "region": ""})
    page = petra.get(ADDRESS + "?year=2026").content.decode()
    assert page.count("Region SI-VR") == 1  # in the form; this holiday is of the whole country now
    assert "Zimske počitnice" in page
    assert "No holidays of this school year" in petra.get(ADDRESS + "?year=2030").content.decode()
    kept.refresh_from_db()
    assert (kept.first_day, kept.last_day, kept.region) == (WINTER[1], WINTER[1], "")
    petra.post(edit, sent)
    assert petra.get(ADDRESS + "?year=2026").content.decode().count("Region SI-VR") == 2
    region = Region.objects.get(code="SI-VR")
    refused = petra.post(f"/support/regions/{region.pk}/delete", follow=True)
    assert "This region has holidays." in refused.content.decode()
    assert petra.post(f"/support/holidays/{kept.pk}/delete")["Location"] == ADDRESS
    assert not Holiday.objects.exists()
    assert LedgerEntry.objects.filter(verb__contains="actions.holidays").count() == 4


def test_petra_looks_at_a_file_and_takes_it_over_once():
    """Nothing is written before she agrees; the second time changes nothing; nothing is lost."""
    petra = cast.petra()
    name_regions()
    own = save_holiday(
        by=SYSTEM, country="SI", kind="school", region="SI-ZR", first_day=WINTER[0],
        last_day=WINTER[1], name="Winter",
    )  # fmt: skip
    seen = petra.post(IMPORT, upload(TABLE))
    text = seen.content.decode()
    for sentence in ("3 holidays are new.", "1 holiday gets another name.",
                     "Row 9: The last day is before the first day."):  # fmt: skip
        assert sentence in text
    assert Holiday.objects.count() == 1
    found = seen.context["carried"]
    assert petra.post(IMPORT, {"found": found})["Location"] == ADDRESS
    assert Holiday.objects.count() == 4
    own.refresh_from_db()
    assert own.name == "Zimske počitnice"
    petra.post(IMPORT, {"found": found})
    assert Holiday.objects.count() == 4
    assert "0 holidays are new." in petra.post(IMPORT, upload(TABLE)).content.decode()
    tampered = petra.post(IMPORT, {"found": found[:-2]})
    assert tampered.status_code == 422
    assert "Choose the file again." in tampered.content.decode()
    broken = petra.post(IMPORT, upload(b"\xff\xfe", "holidays.ics"))
    assert broken.status_code == 422
    assert "not UTF-8" in broken.content.decode()
    assert Holiday.objects.count() == 4


def test_other_countries_are_not_hers_and_regions_count_only_at_home():
    """B13; and a place has the days of its country and of its own region."""
    petra = cast.petra()
    name_regions()
    cast.office("DK")
    row = FoundHoliday(*WINTER, "", "school", "Vinterferie")
    said = {"country": "DK", "kind": "school", "region": "", "name": "Vinterferie"}
    with pytest.raises(Refused):
        import_holidays(by=petra.actor, country="DK", found=[row])
    with pytest.raises(Refused):
        save_holiday(by=petra.actor, first_day=WINTER[0], last_day=WINTER[1], **said)
    kept = save_holiday(by=SYSTEM, first_day=WINTER[0], last_day=WINTER[1], **said)
    with pytest.raises(Refused):
        delete_holiday(by=petra.actor, holiday=kept)
    with pytest.raises(Invalid):
        import_holidays(
            by=SYSTEM, country="DK", found=[FoundHoliday(*WINTER, "SI-VR", "school", "Elsewhere")]
        )
    assert petra.get("/support/DK/holidays").status_code == 403
    save_holiday(by=SYSTEM, country="SI", kind="school", region="SI-VR", first_day=WINTER[0],
                 last_day=WINTER[1], name="Zimske")  # fmt: skip
    places = {("SI", ""), ("SI", "SI-VR"), ("SI", "SI-ZR"), ("DK", "DK-84")}
    free = free_days_at(places, *WINTER)
    assert {place for place in places if free.get(place)} == {("SI", "SI-VR"), ("DK", "DK-84")}
    assert not free_days_at(places, WINTER[1] + dt.timedelta(days=1), dt.date(2028, 1, 1))
    assert [each.name for each in holidays_at(("SI", "SI-VR"), *WINTER)] == ["Zimske"]
