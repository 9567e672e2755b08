"""Calendar files of schools, as their programs write them."""

from opentwinning.workspace.calendar.queries import read_calendar

HERE = "Europe/Ljubljana"
MEETING = """UID:meeting@school.example
SUMMARY:Meeting of parents
DTSTART;TZID=Europe/Ljubljana:20270303T100000
DTEND;TZID=Europe/Ljubljana:20270303T110000
LOCATION:Hall
ORGANIZER;CN=Zofka:mailto:zofka@school.example
ATTENDEE;CN=Child:mailto:child@school.example"""
TRIP = """UID:trip@school.example
SUMMARY:Trip to the river
DTSTART;VALUE=DATE:20270512
DTEND;VALUE=DATE:20270515"""


def a_file(*entries: str, more: str = "") -> str:
    events = "".join(f"BEGIN:VEVENT\n{each.strip()}\nEND:VEVENT\n" for each in entries)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{more}{events}END:VCALENDAR\n"


def an_entry(*lines: str, uid="x", title="Choir") -> str:
    return "\n".join([f"UID:{uid}", f"SUMMARY:{title}", *lines])


def read(*entries: str, **more):
    return read_calendar(a_file(*entries, **more).encode(), HERE)
