"""Two contacts: lessons in common, a search that tells, messages with a file, and a block."""

import pytest

from tests.journeys.player import Player, Stage
from tests.journeys.steps import working

pytestmark = pytest.mark.journey

TOMORROW = """
import datetime as dt
from opentwinning.community.networking.wiring.schedule import look_again
from opentwinning.core.clock import now, stopped
with stopped(now() + dt.timedelta(days=1)):
    look_again({})
"""


def writes_down_lessons(player: Player, zone: str, *lessons: tuple[str, str, str]) -> None:
    player.opens("/partners/lessons")
    player.chooses("Time zone of your school", zone)
    for number, (day, begins, ends) in enumerate(lessons, start=1):
        row = f"main [role=group][aria-label='Lesson {number}']"
        player.chooses("Day", day, within=row)
        player.types("From", begins, within=row)
        player.types("To", ends, within=row)
    player.taps("Save my lessons")


def test_two_contacts_find_lessons_write_and_part(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    """The block comes last: it ends the contact."""
    both_write_down_a_week_and_see_common_dates(at_work, addresses["contact"])
    a_message_with_a_file_is_found_again_and_its_writer_blocked(at_work)


def both_write_down_a_week_and_see_common_dates(at_work: Stage, contact: str) -> None:
    """Each in the time of both places; nobody sees the other's week (pain 30)."""
    marek = at_work.player("Marek Zieliński").signs_in()
    marek.opens(contact)
    marek.taps("Find lessons in common")
    marek.sees("We do not know your lessons yet")
    writes_down_lessons(
        marek, "Europe/Warsaw", ("Tuesday", "09:00", "09:45"), ("Friday", "11:00", "11:45")
    )

    freja = at_work.player("Freja Lund", width=360).signs_in()
    writes_down_lessons(
        freja, "Europe/London", ("Tuesday", "08:00", "08:45"), ("Monday", "08:00", "08:45")
    )
    with freja.within("see lessons in common with a contact", 2):
        freja.opens(contact)
        freja.taps("Find lessons in common")
    freja.sees("lessons in common in the coming two months.", "08:00–08:45", "09:00–09:45")
    freja.does_not_see("11:00")
    marek.opens(f"{contact}/lessons")
    marek.sees("09:00–09:45", "08:00–08:45")


def test_a_kept_search_tells_freja_of_a_new_teacher(at_work: Stage) -> None:
    """Saved in two taps; once the office says yes, the notice leads to the newcomer (L-04)."""
    freja = at_work.player("Freja Lund", width=360).signs_in()
    freja.opens("/partners/?country=PL&subject=biology")
    with freja.within("keep a search", 3):
        freja.taps("Keep this search")
        freja.types("Name of the search", "Biology in Poland")
        freja.ticks("Once a day", exact=False)
        freja.taps("Save the search")
    freja.sees("Biology in Poland", "Tells you of new teachers: Once a day")

    officer = at_work.player("OfficerPL of PL").signs_in()
    officer.taps("Ewa Nowak")
    officer.taps("Validate")
    at_work.live.manage("shell", "-c", TOMORROW)

    freja.opens("/today/")
    with freja.within("open what a search has found", 3):
        freja.opens("/notices/")
        freja.taps("Biology in Poland")
        freja.taps("Ewa Nowak")
    freja.sees("Ewa Nowak", "Ask for contact")


def a_message_with_a_file_is_found_again_and_its_writer_blocked(at_work: Stage) -> None:
    """Sent to a contact, opened, found by a word, and after a block nothing comes any more."""
    marek = at_work.player("Marek Zieliński").signs_in()
    marek.opens("/partners/messages/new")
    marek.ticks("Freja Lund", exact=False)
    marek.types("Subject", "Our herons")
    marek.types("Your message", "They came back today, all seven of them.")
    marek.page.locator("main input[type=file]").set_input_files(working.photo())
    marek.taps("Send the message")
    marek.sees("all seven of them")

    freja = at_work.player("Freja Lund", width=360).signs_in()
    freja.opens("/partners/messages/")
    with freja.within("read a message with a file", 1):
        freja.taps("Our herons")
    freja.sees("all seven of them", "river.jpg")
    freja.opens("/partners/messages/")
    with freja.within("find an old message", 2):
        freja.types("Search in my messages", "heron")
        freja.taps("Search", within="main")
        freja.taps("Our herons")
    with freja.within("block from the thread", 3):
        freja.taps("More", within="main", stays=True)
        freja.taps("Block Marek")
        freja.taps("Block this person")
    marek.opens("/partners/messages/")
    marek.taps("Our herons")
    marek.does_not_see("Send the message")
