"""A chat with a teacher on a desk and a pupil on a phone (T-13, H5, H14, F12)."""

import pytest
from playwright.sync_api import expect

from tests.journeys.player import Player, Stage
from tests.journeys.steps import classes

pytestmark = pytest.mark.journey


def nina_comes_in(at_work: Stage, addresses: dict[str, str]) -> Player:
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["class"])
    ana.taps("Print cards", within="main")
    (card,) = classes.read_cards(ana.prints("Print the chosen cards"))
    ana.opens(addresses["class"])
    ana.taps("lesson", within="main")
    return classes.pupil_comes_by_card(at_work, card)


def test_a_chat_opens_shuts_and_works_without_script(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    """One after the other: Ion's half hour would keep Nina's chat open."""
    nina_chats_while_ana_is_there(at_work, addresses)
    without_script_a_teacher_opens_it_for_half_an_hour(at_work, addresses)


def nina_chats_while_ana_is_there(at_work: Stage, addresses: dict[str, str]) -> None:
    """Two taps to be in; words arrive by themselves; a number waits for the teacher; it shuts when
    she goes, and what was being written stays."""
    nina = nina_comes_in(at_work, addresses)
    nina.opens(addresses["home"])
    with nina.within("be in the chat", 2):
        nina.opens(addresses["chats"])
        nina.taps("Friday talk")
    nina.sees("The chat opens when a teacher is here.")

    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["chat"])
    ana.sees("Friday talk")
    nina.sees("A teacher is here:", "Ana Kovač")
    nina.types("Your message", "Hello from the river")
    nina.taps("Send", exact=True, stays=True)
    ana.sees("Hello from the river")
    ana.types("Your message", "Welcome, Nina!")
    ana.page.keyboard.press("Enter")
    nina.sees("Welcome, Nina!")

    nina.types("Your message", "call me 041 123 456")
    nina.taps("Send", exact=True, stays=True)
    nina.sees("This waits for a teacher: there may be a telephone number in it")
    ana.sees("Waits for you: there may be a telephone number in it")
    ana.looks()
    nina.looks()
    ana.taps("Keep it back")
    nina.sees("A teacher did not let this through")

    nina.types("Your message", "one more thing")
    ana.opens(addresses["home"])
    shut = nina.page.get_by_text("The chat opens when a teacher is here.")
    expect(shut).to_be_visible(timeout=60_000)  # at once, or when her page fell silent (H5)
    nina.does_not_see("Welcome, Nina!")
    assert nina.field("Your message").input_value() == "one more thing"


def without_script_a_teacher_opens_it_for_half_an_hour(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    """F12: forms and a link to read on."""
    ion = at_work.player("Ion Popescu", width=360, script=False).signs_in()
    ion.opens(addresses["chat"])
    ion.taps("Open it for pupils without staying here")
    ion.chooses("Open for pupils from now on for", "30 minutes")
    ion.taps("Open now")
    ion.sees("Open until")
    ion.types("Your message", "Good morning")
    ion.taps("Send", exact=True, within="main")
    ion.sees("Good morning")
    ion.taps("Read what is new")
    ion.sees("Good morning")
