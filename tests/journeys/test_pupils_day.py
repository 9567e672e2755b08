"""A pupil's lesson on a phone."""

import pytest

from tests.journeys.player import Stage
from tests.journeys.steps import classes, working

pytestmark = pytest.mark.journey


def test_a_lesson_with_cards_codes_and_an_end(at_work: Stage, addresses: dict[str, str]) -> None:
    """In by card within three taps, a word on the wall, a reply, and out with the lesson."""
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["class"])
    ana.taps("Print cards", within="main")
    (card,) = classes.read_cards(ana.prints("Print the chosen cards"))
    assert card.nickname == "Nina"
    ana.opens(addresses["class"])
    ana.taps("lesson", within="main")

    nina = classes.pupil_comes_by_card(at_work, card)
    nina.sees("Hello Nina")
    working.a_pupil_writes_on_the_wall(nina)
    nina.goes_to("Talk")
    nina.taps("When shall we meet?")
    nina.types("Your reply", "Tuesday is music. Wednesday?")
    nina.taps("Send the reply")
    nina.sees("Tuesday is music.")
    nina.taps("I need help")
    nina.does_not_see("Tell nobody yet")

    ana.sees("1 of 1 are in")
    ana.taps("End lesson")
    nina.page.goto(at_work.live.url(addresses["home"]))
    nina.does_not_see("Hello Nina")


def test_a_second_device_by_code_and_pictures(at_work: Stage, addresses: dict[str, str]) -> None:
    """Three wrong pictures open nothing and say so kindly."""
    at_work.browser.allow("status of 422")
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["class"])
    ana.taps("Print cards", within="main")
    (card,) = classes.read_cards(ana.prints("Print the chosen cards"))
    ana.opens(addresses["class"])
    ana.taps("lesson", within="main")

    nina = at_work.player("Nina", width=classes.PHONE)
    nina.opens("/pupils")
    nina.types("Class code", card.code)
    nina.taps("Open the door")
    nina.taps("Nina", exact=True)
    right = classes.word_of(nina, card.pictures[0])
    wrong = next(word for word in ("sun", "tree", "fish") if word != right)
    for _ in range(3):
        nina.taps(wrong, exact=True)
    nina.sees("These are not your pictures.")
    for face in card.pictures:
        nina.taps(classes.word_of(nina, face), exact=True)
    nina.sees("Hello Nina")
