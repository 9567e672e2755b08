"""Somebody without a mouse: every control is reached by Tab and pressed by a key (WCAG 2.1)."""

from dataclasses import dataclass
from typing import Any

from tests.cast import PASSWORD
from tests.journeys.player import Player

HERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const frame = one.closest(".ot-choice, label") ?? one;
  const drawn = [getComputedStyle(one), getComputedStyle(one, "::after"), getComputedStyle(frame)];
  const marked = drawn.some((s) =>
    (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none");
  const label = one.labels?.[0]?.innerText || one.getAttribute("aria-label");
  const name = label || one.innerText || "";
  window.otStops ??= new Map();
  if (!window.otStops.has(one)) window.otStops.set(one, window.otStops.size);
  return { name: name.trim(), tag: one.tagName, marked, shown: box.width > 0 && box.height > 0,
           stop: window.otStops.get(one), dialog: Boolean(one.closest("dialog")) };
}"""
# Everything that a mouse could press and a person could see; a toolbar and the radio buttons of
# one question are one stop each, and the arrow keys move inside them (WAI-ARIA practices).
WITHIN_REACH = """() => {
  const all = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']");
  return [...all].filter((one) => {
    if (one.disabled || one.type === "hidden") return false;
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.closest("[role=toolbar]")) return one.tabIndex === 0;
    if (one.type !== "radio") return true;
    const same = [...document.getElementsByName(one.name)];
    return one === (same.find((each) => each.checked) ?? same[0]);
  }).length;
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus is."""

    name: str
    tag: str
    marked: bool
    shown: bool
    stop: int
    dialog: bool


class Keys:
    """The keyboard of a player. The address line is the only other thing she touches."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.page = player.page
        self.press = player.page.keyboard.press

    @property
    def here(self) -> Stop | None:
        """What has the focus now; None on a page that has just come."""
        found: dict[str, Any] | None = self.page.evaluate(HERE)
        return Stop(**found) if found else None

    def opens(self, path: str) -> None:
        self.player.opens(path)

    def is_on(self, name: str) -> Stop:
        """The focus is on something of that name, visibly."""
        here = self.here
        assert here is not None, f"the focus is lost, not on “{name}”, on {self.page.url}"
        assert name in here.name, f"the focus is on {here}, not on “{name}”, on {self.page.url}"
        self.looks_at(here)
        return here

    def looks_at(self, here: Stop) -> None:
        assert here.marked, f"no focus to be seen on {here} of {self.page.url}"
        assert here.shown, f"the focus is on nothing visible: {here} of {self.page.url}"

    def tabs_to(self, name: str, *, most: int = 60, key: str = "Tab", tag: str = "") -> Stop:
        """Press Tab until something of that name has the focus; all on the way is visible."""
        passed: list[str] = []
        for _ in range(most):
            self.press(key)
            here = self.here
            if here is None:
                continue
            self.looks_at(here)
            if name in here.name and tag in here.tag:
                return here
            passed.append(here.name)
        raise AssertionError(f"{key} does not reach “{name}” on {self.page.url}, but {passed}")

    def goes_back_to(self, name: str, **where: Any) -> Stop:
        return self.tabs_to(name, key="Shift+Tab", **where)

    def follows(self, name: str, **where: Any) -> None:
        """Tab to a link or a button that leads to another page, and press Enter."""
        self.tabs_to(name, **where)
        self.sends()

    def sends(self) -> None:
        """Enter, and another page comes."""
        with self.page.expect_navigation():
            self.press("Enter")
        self.player.looks()

    def types(self, text: str) -> None:
        self.page.keyboard.type(text)

    def fills(self, label: str, text: str) -> None:
        self.tabs_to(label)
        self.types(text)

    def signs_in(self) -> "Keys":
        self.fills("E-mail address", self.player.email)
        self.fills("Password", PASSWORD)
        self.sends()
        return self

    def round(self, key: str = "Tab") -> list[Stop]:
        """Every stop from the first to the last one, until the browser begins again."""
        stops: list[Stop] = []
        for _ in range(400):
            self.press(key)
            here = self.here
            if here is None:
                if stops:
                    return stops
                continue
            self.looks_at(here)
            if stops and here.stop == stops[0].stop:
                return stops
            assert not any(here.stop == one.stop for one in stops), (
                f"the focus turns in a circle at {here} of {self.page.url}"
            )
            stops.append(here)
        raise AssertionError(f"there is no end of {self.page.url}")

    def within_reach(self) -> int:
        """How many stops the page has for the eye."""
        return int(self.page.evaluate(WITHIN_REACH))
