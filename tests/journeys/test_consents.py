"""A family takes its consent back: the picture is gone from the public page at once (H10, H11)."""

import pytest

from tests.journeys.player import Player, Stage
from tests.journeys.steps import working

pytestmark = pytest.mark.journey


def a_photo_with_nina(ana: Player, files: str) -> None:
    ana.opens(files)
    ana.taps("Add files", within="main")
    ana.page.get_by_label("Files", exact=True).set_input_files(working.photo())
    ana.types("What is in the picture?", "Nina at the river")
    ana.taps("Pupils can be recognised: say which")
    ana.ticks("Nina (SI)")
    ana.ticks("I made this or may share it, and everybody shown knows about it.")
    ana.taps("Add files", within="main form")
    ana.taps("river.jpg", within="main")
    ana.sees("Fine for the project and for public pages")


def test_what_shows_a_pupil_follows_her_family(at_work: Stage, addresses: dict[str, str]) -> None:
    """Recorded from paper, a photo with Nina published, taken back with one press."""
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses["class"])
    with ana.within("record what families answered on paper", 9):
        ana.taps("Open the register")
        ana.taps("Record answers")
        ana.ticks("Nina")
        for purpose in ("Inside the project", "On public pages"):
            ana.page.get_by_role("group", name=purpose).get_by_label("Pictures").check()
        ana.taps("Record", within="main form")
    ana.sees("Recorded for 1 pupil.", "Every family has answered.")

    a_photo_with_nina(ana, addresses["files"])
    line = ana.page.get_by_text("![").first.inner_text()

    ana.opens(f"{addresses['page edit']}?alone=1")
    ana.types("Text", line)
    ana.taps("Save", within="main form")
    ana.opens(addresses["home"])
    ana.goes_to("Publish")
    ana.taps("Look as a visitor", of="How we measure")
    ana.taps("Show to everybody")
    visitor = at_work.player("Visitor")
    visitor.page.goto(at_work.live.url(addresses["page as if public"]))
    assert visitor.page.locator("main img[alt='Nina at the river']").count() == 1

    ana.opens(addresses["pupil's consents"])
    with ana.within("take a consent back", 1):
        ana.taps("Take everything back")
    ana.sees("Taken back.", "river.jpg", "Closed")
    visitor.page.reload()
    assert visitor.page.locator("main img[alt='Nina at the river']").count() == 0
