"""A project in a box is brought, looked at, taken in and read (idea 9, pain 1)."""

import pytest
from playwright.sync_api import expect

from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey


def waits_for(player: Player, words: str) -> None:
    """The worker does its part; she looks again."""
    expect(player.page.get_by_text(words)).to_be_visible(timeout=30_000)
    player.comes_back()


def test_a_project_goes_out_in_a_box_and_stands_elsewhere(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    ion = at_work.player("Ion Popescu").signs_in()
    ion.opens(f"/twinspaces/{addresses['home'].rstrip('/').rsplit('/', 1)[1]}/box")
    ion.taps("Pack my box")
    over = ion.page.get_by_text("The packing is over").or_(
        ion.page.get_by_role("heading", name="Your box is ready")
    )
    over.first.wait_for()
    ion.comes_back()
    box = ion.downloads("Download the box")

    marek = at_work.player("Marek Zieliński").signs_in()
    marek.opens("/projects/mine")
    with marek.within("bring a box", 3):
        marek.taps("Bring a project in a box")
        marek.page.get_by_label("Box (ZIP)").set_input_files(
            {"name": "box.zip", "mimeType": "application/zip", "buffer": box.read_bytes()}
        )
        marek.taps("Look what is in it")
        waits_for(marek, "That is done.")
        marek.sees("What is in it", "It stands here for you alone, to read.")
        marek.taps("Take it in", exact=True)
    waits_for(marek, "That is done.")
    marek.sees("This project came in a box.")
    marek.taps("Files", within="nav", exact=True)
    marek.taps("Calendar", within="nav", exact=True)
    marek.taps("Pages", within="nav", exact=True)
