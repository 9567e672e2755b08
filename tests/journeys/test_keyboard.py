"""The main pages by keyboard alone: everything is reached and seen (WCAG 2.1.1, 2.4.7)."""

import pytest

from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey

HERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const frame = one.closest(".ot-choice, label") ?? one;
  const around = getComputedStyle(frame);
  const marked = [style, around].some((s) =>
    (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none");
  const label = one.labels?.[0]?.innerText || one.getAttribute("aria-label");
  const name = label || one.innerText || "";
  return { name: name.trim(), tag: one.tagName, marked, shown: box.width > 0 && box.height > 0 };
}"""


def tabs_to(player: Player, name: str, most: int = 60) -> None:
    """Press Tab until something of that name has the focus; everything on the way is visible."""
    for _ in range(most):
        player.page.keyboard.press("Tab")
        here = player.page.evaluate(HERE)
        if here is None:
            continue
        assert here["marked"], f"no focus to be seen on {here} of {player.page.url}"
        assert here["shown"], f"the focus is on nothing visible: {here} of {player.page.url}"
        if name in here["name"]:
            return
    raise AssertionError(f"“{name}” is not reached by Tab on {player.page.url}")


@pytest.mark.parametrize("place", ["home", "talk", "diary", "people", "class", "plan"])
def test_the_skip_link_comes_first_and_leads_to_the_content(
    at_work: Stage, addresses: dict[str, str], place: str
) -> None:
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(addresses[place])

    tabs_to(ana, "Skip to content", most=1)
    ana.page.keyboard.press("Enter")

    assert ana.page.evaluate("document.activeElement.id") == "main"
