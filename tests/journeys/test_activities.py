"""An activity from the teacher's idea to the pupil's approved work (T-06, H13)."""

import pytest

from tests.journeys.player import Player, Stage
from tests.journeys.steps import classes

pytestmark = pytest.mark.journey


def test_an_activity_is_set_done_given_back_and_approved(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    """Nina opens it in two taps on a phone; her teacher looks first; then Ion's pupils see it."""
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["activities"])
    with ana.within("set an activity", 3):
        ana.taps("Set an activity")
        ana.types("Title", "A postcard of our water")
        ana.types("What is to be done?", "Five sentences.")
        ana.types("Due on", "2030-03-11")
        ana.taps("Save", exact=True)
        ana.taps("Open it for everybody")
    ana.opens(addresses["class"])
    ana.taps("Print cards", within="main")
    (card,) = classes.read_cards(ana.prints("Print the chosen cards"))
    ana.opens(addresses["class"])
    ana.taps("lesson", within="main")

    nina = classes.pupil_comes_by_card(at_work, card)
    nina.opens(addresses["home"])
    with nina.within("hand in", 3):
        nina.taps("A postcard of our water")
        nina.taps("Hand in", stays=True, exact=True)
        nina.types("Your text", "Our stream is cold.")
        nina.taps("Hand in", within="form", exact=True)
    nina.sees("Handed in. Your teacher looks at it first.")

    ana_gives_it_back_and_then_approves(ana, nina, addresses)


def ana_gives_it_back_and_then_approves(
    ana: Player, nina: Player, addresses: dict[str, str]
) -> None:
    ana.opens(addresses["home"])
    ana.taps("1 hand-in waits for you")
    ana.taps("Handed in", exact=True)
    ana.types("Your words, if you give it back", "Who lives in it?")
    ana.taps("Give back")
    nina.opens(addresses["activities"])
    nina.taps("A postcard of our water")
    nina.sees("Who lives in it?")
    nina.taps("Change what you handed in", stays=True)
    nina.types("Your text", "Our stream is cold. Trouts live in it.")
    nina.taps("Hand in", within="form", exact=True)

    ana.opens(addresses["activities"])
    ana.taps("A postcard of our water")
    ana.taps("Nina")
    ana.sees("Trouts live in it.")
    ana.taps("Approve: everybody sees it")
    ana.sees("Approved: everybody sees it now.")
