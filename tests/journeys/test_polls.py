"""A time is found in a grid, and pupils vote (pages 85 and 87)."""

import datetime as dt

import pytest

from opentwinning.core.clock import today
from tests.journeys.player import Player, Stage
from tests.journeys.steps import classes

pytestmark = pytest.mark.journey


def test_two_teachers_find_an_hour_and_it_stands_in_the_calendar(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    """Ana picks hours of the week after next; Ion answers on his phone; one press plans it."""
    monday = today() - dt.timedelta(days=today().weekday()) + dt.timedelta(weeks=2)
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["polls"])
    with ana.within("look for a time", 5):
        ana.taps("Find a time", within="main")
        ana.types("Week of", monday.isoformat())
        ana.taps("Show this week")
        ana.types("What is the time for?", "The classes talk")
        for hour in ("10:00", "11:00"):
            ana.page.locator(f'input[value="{monday.isoformat()}T{hour}"]').check()
        ana.taps("Ask the others")
    answers(ana, "Yes", "Yes")

    ion = at_work.player("Ion Popescu", width=360).signs_in()
    ion.opens(addresses["home"])
    ion.taps("The classes talk")
    answers(ion, "No", "If need be")

    ana.opens(addresses["polls"])
    ana.taps("The classes talk")
    ana.sees("Suits most")
    ana.page.locator(".ot-row", has_text="Suits most").get_by_role("button").click()
    ana.sees("It is in the calendar. The others are told.")
    ana.taps("To the event")
    ana.sees("The classes talk")


def answers(player: Player, *words: str) -> None:
    """One answer to each time, in their order."""
    times = player.page.locator(".ot-scores")
    for number, word in enumerate(words):
        times.nth(number).get_by_label(word, exact=True).check()
    player.taps("Vote", exact=True)
    player.sees("Your vote counts.")


def test_a_pupil_votes_on_a_phone(at_work: Stage, addresses: dict[str, str]) -> None:
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["class"])
    ana.taps("Print cards", within="main")
    (card,) = classes.read_cards(ana.prints("Print the chosen cards"))
    ana.opens(addresses["class"])
    ana.taps("lesson", within="main")

    nina = classes.pupil_comes_by_card(at_work, card)
    nina.opens(addresses["home"])
    with nina.within("vote", 3):
        nina.taps("Which name for our map?")
        nina.ticks("To the sea")
        nina.taps("Vote", exact=True)
    nina.sees("You have voted.")
