"""The tree of pages: dragged, moved by keyboard, read at 360 px (X-51, ux 71)."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey

PUT = """
from tests import cast
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.spaces.models import Space
space, ana = Space.objects.get(ref={space!r}), cast.ana().actor
long = "A page about everything that we found out about the mills along the river"
for title in ("First of all", long):
    create_page(by=ana, space=space, title=title, text="x", state="draft", place="staff_room")
"""


def _holds_above(player: Player, line: Locator) -> None:
    """Hold what is dragged at the upper edge of a line. Near an edge of the window the page scrolls
    while one drags, as it should: so look where the line is until the tree has understood."""
    for _ in range(20):
        box = line.bounding_box()
        assert box
        player.page.mouse.move(box["x"] + 40, box["y"] + box["height"] / 2)
        player.page.mouse.move(box["x"] + 40, box["y"] + 3)
        if line.get_attribute("data-spot") == "before":
            return
    pytest.fail("the tree never offers the place above the line")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_is_dragged_and_moved_by_keyboard(
    at_work: Stage, addresses: dict[str, str], width: int
) -> None:
    space = addresses["pages"].split("/")[2]
    at_work.live.manage("shell", "-c", PUT.format(space=space))
    ana = at_work.player("Ana Kovač", width=width).signs_in()
    ana.opens(addresses["pages"])
    ana.looks()
    tree = ana.page.locator("[data-ot-tree]")
    lines = tree.locator(".ot-tree__line")
    for number in range(lines.count()):
        title = lines.nth(number).locator("a").bounding_box()
        for tag in lines.nth(number).locator(".ot-state").all():
            box = tag.bounding_box()
            assert title
            assert box
            beside = box["x"] >= title["x"] + title["width"] - 1
            below = box["y"] >= title["y"] + title["height"] - 1
            assert beside or below, f"a tag lies over the title of line {number}"

    last, first = lines.last, lines.first
    moved = last.locator("a").inner_text()
    last.locator("[data-ot-grip]").scroll_into_view_if_needed()
    first.scroll_into_view_if_needed()
    last.locator("[data-ot-grip]").hover()
    ana.page.mouse.down()
    _holds_above(ana, first)
    ana.page.mouse.up()
    said = ana.page.locator("[data-ot-tree] + [role=status]")
    expect(said).to_contain_text("is now number 1 of")
    expect(lines.first.locator("a")).to_have_text(moved)

    down = lines.first.get_by_role("button", name="down")
    down.focus()
    ana.page.keyboard.press("Enter")
    expect(said).to_contain_text("is now number 2 of")
    again = lines.filter(has_text=moved).first.get_by_role("button", name="down")
    expect(again).to_be_focused()
    ana.looks()
