"""Two teachers write one page at the same moment (T-08, T-21; ux 71), laptop and telephone."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey

SHEET = ".ot-cowriting__text"
KEPT = "Everything is saved."
# Every kind of block; a picture is shown only where its file is, so each file is put there.
PUT = """
from tests import cast
from tests.core.test_livetext import EVERYTHING
from tests.scenes.files import a_file, a_picture, received
from opentwinning.workspace.files.actions import add_file
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.spaces.models import Space
from tests.workspace.pages.test_blocks import CAPTIONS, FILM
space, ana = Space.objects.get(ref={space!r}), cast.ana()
def add(name, content):
    return add_file(by=ana.actor, space=space, received=received(name, content)).ref
text = EVERYTHING.replace("![A boat](file:fil_abc)", "")
for name, ref in dict(
    fil_a=a_picture(ana, space).ref,
    fil_b=a_picture(ana, space).ref,
    fil_v=add("mill.webm", FILM),
    fil_c=add("mill.vtt", CAPTIONS),
    fil_d=a_file(ana, space).ref,
).items():
    text = text.replace("file:" + name + ")", "file:" + ref + ")")
print(create_page(by=ana.actor, space=space, title="Everything", text=text).ref)
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
    const said = (css) => node.querySelector(css)?.firstChild?.textContent.trim();
    if (node.matches(".ot-gallery")) {
      const pictures = [...node.querySelectorAll("img:not(.ProseMirror-separator)")];
      return [["gallery", ...pictures.map((each) => each.alt)]];
    }
    if (node.matches(".ot-film")) return [["video", said("figcaption")]];
    if (node.matches(".ot-attached")) return [["file", said(".ot-attached__name")]];
    if (node.matches(".ot-embed")) return [["embed", said("a, .ot-embed__name")]];
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


def describes_a_film(dialog: Locator) -> None:
    dialog.get_by_label("Which film").select_option(index=1)
    dialog.get_by_label("Title").fill("The mill at work")
    dialog.get_by_label("Captions (a file").select_option(index=1)
    dialog.get_by_label("Language of the captions").fill("English")
    dialog.get_by_role("button", name="Insert").click()


def describes_two_pictures(dialog: Locator) -> None:
    for number in (0, 1):
        dialog.locator(".ot-editor__images button").nth(number).click()
    for number in (0, 1):
        dialog.get_by_label("What is in the picture?").nth(number).fill(f"River {number}")
    dialog.get_by_role("button", name="Insert").click()


def test_a_film_a_gallery_and_a_file_are_put_in(at_work: Stage, addresses: dict[str, str]) -> None:
    """By keyboard and by pointer; the other teacher sees them come; readers see them (T-10)."""
    space = addresses["pages"].split("/")[2]
    at_work.live.manage("shell", "-c", PUT.format(space=space))
    ana = at_work.player("Ana Kovač").signs_in()
    ion = at_work.player("Ion Popescu").signs_in()
    sheet = opens_the_editor(ana, addresses["page edit"])
    his = opens_the_editor(ion, addresses["page edit"])
    bar = ana.page.locator(".ot-cowriting [role=toolbar]")
    dialog = ana.page.locator("dialog[open]")

    ana.writes_below("Our mill")
    bar.get_by_role("button", name="Film").focus()
    ana.page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Insert").click()
    expect(dialog.get_by_role("alert")).to_have_text("Choose a file.")
    ana.looks()
    describes_a_film(dialog)
    expect(his.locator(".ot-film")).to_contain_text("The mill at work")
    bar.get_by_role("button", name="Gallery").click()
    describes_two_pictures(dialog)
    expect(his.locator(".ot-gallery img[alt^=River]")).to_have_count(2)
    bar.get_by_role("button", name="File", exact=True).click()
    dialog.get_by_label("Which file").select_option(index=1)
    expect(dialog.get_by_label("Title")).to_have_value("plan")
    dialog.get_by_role("button", name="Insert").click()
    expect(his.locator(".ot-attached")).to_contain_text("plan")
    expect(sheet.locator(".ot-gallery img[alt^=River]")).to_have_count(2)
    ana.looks()

    ana.taps("Save", within="form")
    read = ana.page.locator(".ot-space__content .ot-prose").first
    expect(read.locator("video track[label=English]")).to_have_count(1)
    expect(read.locator(".ot-gallery a")).to_have_count(2)
    expect(read.locator(".ot-attached")).to_contain_text("PDF")
