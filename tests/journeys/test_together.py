"""Two teachers write one page at the same moment (T-08, T-21; ux 71), laptop and telephone."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey

SHEET = ".ot-cowriting__text"
KEPT = "Everything is saved."
# Every kind of block; a picture is shown only where its file is, so it stays out here.
PUT = """
from tests import cast
from tests.core.test_livetext import EVERYTHING
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.spaces.models import Space
space = Space.objects.get(ref={space!r})
text = EVERYTHING.replace("![A boat](file:fil_abc)", "")
print(create_page(by=cast.ana().actor, space=space, title="Everything", text=text).ref)
"""
# What a text says and how it is built, without what a browser adds to make it editable.
SHAPE = """(root) => {
  const kept = new Set(("H2 H3 H4 P UL OL LI BLOCKQUOTE PRE CODE TABLE TR TH TD STRONG EM S A IMG"
    + " HR BR").split(" "));
  const inside = new Set(["LI", "TD", "TH"]);
  const shape = (node, parent) => {
    if (node.nodeType === 3) return node.textContent.replace(/\\s+/g, "");
    if (node.nodeType !== 1 || node.matches("label, colgroup, .ot-caret")) return [];
    if (node.matches(".ProseMirror-trailingBreak, .ProseMirror-separator")) return [];
    const tag = node.tagName;
    const found = [];
    for (const child of node.childNodes) {
      for (const each of [shape(child, kept.has(tag) ? tag : parent)].flat()) {
        const joins = typeof each === "string" && typeof found.at(-1) === "string";
        if (joins) found.push(found.pop() + each);
        else if (each.length) found.push(each);
      }
    }
    if (tag === "P" && !found.length) return [];  // Markdown knows no empty paragraphs
    if (!kept.has(tag) || (tag === "P" && inside.has(parent))) return found;
    const mark = { A: node.getAttribute("href"), IMG: node.alt, LI: node.dataset.checked }[tag];
    return [[tag, mark ?? "", ...found]];
  };
  return JSON.stringify(shape(root, ""));
}"""


def opens_the_editor(player: Player, address: str) -> Locator:
    player.opens(address)
    sheet = player.page.locator(SHEET)
    expect(sheet).to_be_visible(timeout=10_000)
    return sheet


def test_two_teachers_write_one_page(at_work: Stage, addresses: dict[str, str]) -> None:
    """Each sees the other's words and name; a cut line loses nothing; done is one press."""
    ana = at_work.player("Ana Kovač").signs_in()
    ion = at_work.player("Ion Popescu", width=360).signs_in()
    hers = opens_the_editor(ana, addresses["page edit"])
    his = opens_the_editor(ion, addresses["page edit"])

    ana.writes_below("Ana measures the Drava.")
    expect(his).to_contain_text("Ana measures the Drava.")
    ion.writes_below("Ion measures the Mureș.")
    expect(hers).to_contain_text("Ion measures the Mureș.")
    ana.sees("Ion Popescu")
    ion.sees("Ana Kovač")
    ana.sees(KEPT)
    ana.looks()
    ion.looks()

    at_work.browser.allow("ERR_INTERNET_DISCONNECTED")
    ion.page.context.set_offline(True)
    ion.page.evaluate("window.dispatchEvent(new Event('offline'))")
    ion.writes_below("Written in a tunnel.")
    ana.writes_below("Written meanwhile.")
    ion.page.context.set_offline(False)
    expect(hers).to_contain_text("Written in a tunnel.", timeout=20_000)
    expect(his).to_contain_text("Written meanwhile.", timeout=20_000)
    ion.sees(KEPT)

    ion.taps("Save", within="form")
    ion.sees("Written in a tunnel.", "Written meanwhile.", "Ana measures the Drava.")
    ion.opens(addresses["page history"])
    ion.sees("Ana Kovač", "Ion Popescu")


def test_the_tools_are_reached_by_keyboard(at_work: Stage, addresses: dict[str, str]) -> None:
    ana = at_work.player("Ana Kovač").signs_in()
    sheet = opens_the_editor(ana, addresses["page edit"])
    bar = ana.page.locator(".ot-cowriting [role=toolbar]")
    ana.writes_below("Bottles")
    ana.page.keyboard.press("Shift+Tab")
    expect(bar.get_by_role("button", name="Undo")).to_be_focused()
    for _ in range(8):
        ana.page.keyboard.press("ArrowRight")
    expect(bar.get_by_role("button", name="List to tick off")).to_be_focused()
    ana.page.keyboard.press("Enter")
    item = sheet.locator("li[data-checked]").last
    expect(item).to_contain_text("Bottles")
    item.get_by_role("checkbox").check()
    ana.taps("Save", within="form")
    expect(ana.page.locator(".ot-tasks [data-checked=true]").last).to_have_text("Bottles")


def test_readers_see_what_the_editor_shows(at_work: Stage, addresses: dict[str, str]) -> None:
    """One golden text with every kind of block: the server's markup is the editor's."""
    space = addresses["pages"].split("/")[2]
    ref = at_work.live.manage("shell", "-c", PUT.format(space=space)).split()[-1]
    ana = at_work.player("Ana Kovač").signs_in()
    sheet = opens_the_editor(ana, f"/spaces/pages/{ref}/edit/")
    expect(sheet).to_contain_text("snake_case")
    written = sheet.evaluate(SHAPE)
    ana.opens(f"/spaces/pages/{ref}/")
    read = ana.page.locator(".ot-space__content .ot-prose").first.evaluate(SHAPE)

    assert written == read
