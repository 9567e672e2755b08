"""A pupil asks about some words of a page, her teacher answers (matrix row 31)."""

import pytest

from tests.journeys.player import Stage
from tests.journeys.steps import classes

pytestmark = pytest.mark.journey

MARK = """() => {
  const words = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
  let node;
  while ((node = words.nextNode()) && !node.data.includes("bottle"));
  const range = document.createRange();
  range.setStart(node, node.data.indexOf("bottle"));
  range.setEnd(node, node.data.indexOf("bottle") + 6);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_a_pupil_asks_about_some_words_and_gets_an_answer(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["class"])
    ana.taps("Print cards", within="main")
    (card,) = classes.read_cards(ana.prints("Print the chosen cards"))
    ana.opens(addresses["class"])
    ana.taps("lesson", within="main")

    nina = classes.pupil_comes_by_card(at_work, card)
    nina.opens(addresses["page"])
    with nina.within("ask about words", 3):
        nina.page.evaluate(MARK)
        nina.taps("Take the words I marked", stays=True)
        nina.types("Your comment", "How big is it?")
        nina.taps("Send the comment")
    nina.sees("How big is it?", "bottle")
    nina.taps("Good idea", within="#reactions")

    ana.opens(addresses["page"])
    ana.sees("How big is it?")
    ana.taps("Answer", within="article.ot-post", exact=True)
    ana.types("Your words", "Half a litre.")
    ana.taps("Send", exact=True)
    ana.taps("Settled", exact=True)
    ana.sees("Settled: Nina")
