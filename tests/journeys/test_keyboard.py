"""A teacher without a mouse: everything is reached, seen and left again (WCAG 2.1.1, 2.1.2,
2.4.3, 2.4.7). No control is ever clicked here: each is reached by Tab."""

import pytest
from playwright.sync_api import expect

from tests.journeys.keys import Keys
from tests.journeys.player import Stage

pytestmark = pytest.mark.journey


def ana_at(stage: Stage, path: str, *, width: int = 0) -> Keys:
    """Ana has signed in and types an address."""
    ana = Keys(stage.player("Ana Kovač", width=width))
    ana.opens("/sign-in")
    ana.signs_in()
    ana.opens(path)
    return ana


@pytest.mark.parametrize("place", ["home", "talk", "diary", "people", "class", "plan"])
def test_the_skip_link_comes_first_and_leads_to_the_content(
    at_work: Stage, addresses: dict[str, str], place: str
) -> None:
    ana = ana_at(at_work, addresses[place])

    ana.tabs_to("Skip to content", most=1)
    ana.press("Enter")

    assert ana.page.evaluate("document.activeElement.id") == "main"


def test_ana_signs_in_writes_a_page_with_the_tools_and_reads_it(at_work: Stage) -> None:
    ana = Keys(at_work.player("Ana Kovač"))
    ana.opens("/")
    ana.follows("Sign in")
    ana.signs_in()
    ana.follows("Water around us")
    ana.follows("Pages")
    ana.follows("New page")

    ana.fills("Title", "By keyboard")
    ana.tabs_to("Bold")
    ana.press("ArrowRight")
    ana.press("ArrowRight")
    ana.is_on("Heading")
    ana.press("Enter")
    ana.is_on("Text")
    ana.types("Our river\n\nIt is cold.\nIt is green.\nIt is ours.")
    for _ in range(2):
        ana.press("Shift+ArrowUp")
    ana.press("Shift+Home")
    ana.goes_back_to("Heading", most=1)
    ana.press("ArrowRight")
    ana.is_on("List")
    ana.press("Space")
    ana.is_on("Text")
    ana.tabs_to("Save", tag="BUTTON")
    ana.sends()

    prose = ana.page.locator(".ot-prose")
    expect(ana.page.locator("h1")).to_have_text("By keyboard")
    expect(prose.locator("h2")).to_have_text("Our river")
    expect(prose.locator("li")).to_have_text(["It is cold.", "It is green.", "It is ours."])


def test_the_preview_and_the_dialog_of_pictures_give_the_focus_back(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    ana = ana_at(at_work, f"{addresses['page edit']}?alone=1")
    ana.tabs_to("Bold")
    ana.press("End")
    ana.is_on("Preview")
    ana.press("Space")
    expect(ana.page.locator("[id$=_preview] p")).to_have_text("A bottle is enough.")
    expect(ana.page.locator("[id$=_preview]")).to_be_focused()
    ana.goes_back_to("Preview", most=1)
    ana.press("Space")
    ana.is_on("Text")

    ana.goes_back_to("Preview", most=1)
    for _ in range(6):  # other blocks stand between
        if ana.here is not None and "Picture" in ana.here.name:
            break
        ana.press("ArrowLeft")
    ana.is_on("Picture")
    ana.press("Enter")
    dialog = ana.page.get_by_role("dialog", name="Choose a picture")
    expect(dialog).to_be_visible()
    for _ in range(8):  # round and round: the page behind is out of reach, and so is nothing else
        assert ana.here is None or ana.here.dialog
        ana.press("Tab")
    ana.press("Escape")
    expect(dialog).to_be_hidden()
    ana.is_on("Picture")


@pytest.mark.parametrize(
    ("width", "place", "menu", "entry"),
    [
        (1280, "page", "More", "History"),
        (1280, "page", "My menu", "Sign out"),
        (1280, "page", "Language", "Română"),
        (360, "page", "Menu", "Find partners"),
        (360, "page", "More", "History"),
    ],
)
def test_a_menu_opens_is_walked_and_closes_on_escape(
    at_work: Stage, addresses: dict[str, str], width: int, place: str, menu: str, entry: str
) -> None:
    ana = ana_at(at_work, addresses[place], width=width)
    ana.tabs_to(menu, tag="SUMMARY")
    ana.press("Enter")
    ana.tabs_to(entry, most=20)
    ana.press("Escape")
    ana.is_on(menu)
    closed = "!document.activeElement.parentElement.open"
    assert ana.page.evaluate(closed)
    ana.press("Space")
    assert not ana.page.evaluate(closed)
    ana.press("Escape")
    ana.is_on(menu)
    assert ana.page.evaluate(closed)


@pytest.mark.parametrize("width", [1280, 360])
def test_tab_reaches_everything_and_comes_out_again(
    at_work: Stage, addresses: dict[str, str], width: int
) -> None:
    ana = ana_at(at_work, addresses["home"], width=width)
    for place in ("home", "page", "page edit", "diary", "talk", "files", "settings", "class"):
        ana.opens(addresses[place])
        forth = ana.round()
        assert len(forth) == ana.within_reach(), place
        ana.opens(addresses[place])
        back = ana.round("Shift+Tab")
        assert [stop.name for stop in reversed(back)] == [stop.name for stop in forth], place
