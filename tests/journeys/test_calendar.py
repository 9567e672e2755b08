"""Planning across a time zone: one plans, one reads her own clock, a program reads along (T-04)."""

import datetime as dt

import pytest

from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey

DAY = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30)


def test_ana_plans_at_ten_and_ion_reads_eleven(
    at_work: Stage, addresses: dict[str, str], width: int
) -> None:
    """By form, without reckoning; moved once; then in Ion's own calendar program."""
    title = f"Video lesson {width}"
    calendar = f"/spaces/{addresses['home'].rpartition('/')[2]}/calendar/"
    month = f"{calendar}?month={DAY:%Y-%m}"

    ana = at_work.player("Ana Kovač", width=width).signs_in()
    lives_in(ana, "Europe/Ljubljana")
    ana.opens(calendar)
    ana.taps("Plan an event", within="main")
    ana.types("What is it?", title)
    ana.types("Day", DAY.isoformat())
    ana.types("Begins at", "10:00")
    ana.types("Ends at", "10:45")
    ana.types("Place or link", "https://meet.example.org/water")
    ana.taps("Put it into the calendar", exact=True)
    ana.sees("It is in the calendar", "11:00–11:45", "Romania")
    here = ana.page.url.removeprefix(at_work.live.address)

    ion = at_work.player("Ion Popescu", width=width).signs_in()
    lives_in(ion, "Europe/Bucharest")
    ion.opens(month)
    ion.taps(f"11:00 {title}", within="main")
    ion.sees("11:00–11:45", "Slovenia")

    ion.opens(calendar)
    ion.taps("Read it in your own calendar", within="main")
    ion.taps("Make a", within="main")
    ion.sees("it is shown only this once")
    address = ion.field("Address of your calendar").input_value()
    path = "/" + address.split("/", 3)[3]
    assert f"SUMMARY:{title}" in fetched(ion, path)

    ana.opens(here)
    ana.taps("Cancel the event", exact=True)
    ion.opens(here)
    ion.sees("Cancelled")
    assert "STATUS:CANCELLED" in fetched(ion, path)


def lives_in(player: Player, zone: str) -> None:
    """She chooses her clock."""
    player.opens("/account")
    player.field("Time zone").select_option(zone)
    player.taps("Save language and time", within="main")
    player.sees("Language and time zone are changed")


def fetched(player: Player, path: str) -> str:
    """What a program reads that knows nothing but the address."""
    program = player.stage.browser.browser.new_context(ignore_https_errors=True)
    answer = program.request.get(player.stage.live.url(path))
    assert "set-cookie" not in answer.headers
    text = answer.text()
    program.close()
    return text
