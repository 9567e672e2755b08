"""A person at a browser: she taps what she reads, and every page she reaches is looked at."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Download, Locator, Page, Route, expect
from playwright.sync_api import Error as PlaywrightError

from tests.cast import PASSWORD
from tests.plugins.browser import Pages, axe, too_wide
from tests.plugins.live import LiveSite

SHOTS = os.environ.get("OT_SHOTS", "")  # a folder: keep a picture of every page somebody looks at
REF = re.compile(r"[a-z]{3}_[A-Za-z0-9]{6,}|(?<=/)[A-Za-z0-9_-]{20,}|\d+")
LEAVES = """(one) => {
  const link = one.closest("a[href]");
  if (link) {
    const to = new URL(link.href);
    return !link.hasAttribute("download") && !link.hasAttribute("hx-get")
      && !(to.pathname === location.pathname && to.search === location.search && to.hash);
  }
  const button = one.closest("button, input[type=submit]");
  const form = button && button.form;
  return Boolean(form) && button.type === "submit" && form.method !== "dialog"
    && !form.closest("[hx-post], [hx-get]") && !button.hasAttribute("hx-post");
}"""


@dataclass
class Stage:
    """One site, the browser, and what was looked at and counted on it."""

    live: LiveSite
    browser: Pages
    width: int
    seen: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    measured: dict[str, tuple[int, int]] = field(default_factory=dict)

    def player(self, name: str, *, width: int = 0, **browser: object) -> "Player":
        """Somebody opens a browser of her own."""
        page = self.browser(width or self.width, at=self.live.address, **browser)  # type: ignore[arg-type]
        return Player(self, name, page)

    def close(self) -> None:
        """No page may have had a fault, no task may have cost more than its budget."""
        over = [
            f"{task}: {used} clicks, budget {limit}"
            for task, (used, limit) in self.measured.items()
            if used > limit
        ]
        assert not self.faults + over, "\n".join(self.faults + over)


class Player:
    """Somebody with a name, one page and a count of her taps."""

    def __init__(self, stage: Stage, name: str, page: Page) -> None:
        self.stage = stage
        self.name = name
        self.page = page
        self.taps_made = 0
        self.answers_given = 0

    @property
    def email(self) -> str:
        return f"{self.name.split(maxsplit=1)[0].lower()}@example.org"

    # ---------------------------------------------------------------- moving about
    def opens(self, path: str) -> None:
        """Type an address, or follow a link from a mail or a card."""
        self.page.goto(self.stage.live.url(path))
        self.looks()

    def signs_in(self) -> "Player":
        self.opens("/sign-in")
        self.types("E-mail address", self.email)
        self.types("Password", PASSWORD)
        self.taps("Sign in", within="main")
        return self

    def proves_who_she_is(self) -> None:
        """A dangerous act wants a proof of the last five minutes (A14); she comes back here."""
        here = self.page.url.removeprefix(self.stage.live.address)
        self.opens(f"/account/confirm?{urlencode({'next': here})}")
        self.types("Your password", PASSWORD)
        self.taps("Confirm", within="main", exact=True)

    def taps(
        self,
        name: str,
        *,
        within: str = "body",
        of: str = "",
        stays: bool = False,
        exact: bool = False,
    ) -> None:
        """Click the first visible link, button or summary of that name; counts one.

        `of` narrows to the row, card or article that holds a text; `stays`: the page remains.
        """
        control = self.control(name, within=within, of=of, exact=exact)
        self.taps_made += 1
        leaves = not stays and control.evaluate(LEAVES)
        self.page.evaluate("window.otHere = true")
        control.click()
        if leaves:
            self.arrives()
        self.looks()

    def arrives(self) -> None:
        """Wait for another document; the mark of the one before is gone then."""
        for _ in range(800):
            with suppress(PlaywrightError):  # the page is just being changed
                if not self.page.evaluate("window.otHere"):
                    return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"{self.name} stays on {self.page.url}")

    def goes_to(self, place: str) -> None:
        """A place of the menu: beside the content, at the foot of a phone, or folded up."""
        self.taps(place, within="nav, header")

    def control(
        self, name: str, *, within: str = "body", of: str = "", exact: bool = False
    ) -> Locator:
        """The first visible link, button or summary of that name."""
        place = self.page.locator(within)
        if of:
            holders = "li, tr, article, fieldset, section, .ot-card, .ot-row, .ot-panel"
            place = (
                place.locator(holders)
                .filter(has_text=of)
                .filter(
                    has=self.page.get_by_role("link", name=name, exact=exact).or_(
                        self.page.get_by_role("button", name=name, exact=exact)
                    )
                )
                .last
            )
        found = self._named(place, name, exact=True)
        if not exact and not found.count():
            found = self._named(place, name, exact=False)
        found = found.first
        expect(found, f"{self.name} looks for “{name}” on {self.page.url}").to_be_visible()
        return found

    def _named(self, place: Locator, name: str, *, exact: bool) -> Locator:
        return (
            place.get_by_role("button", name=name, exact=exact)
            .or_(place.get_by_role("link", name=name, exact=exact))
            .or_(place.locator("summary").filter(has_text=name))
            .filter(visible=True)
        )

    def downloads(self, name: str, **where: str) -> Path:
        """Tap what hands over a file, and return where it lies."""
        control = self.control(name, **where)
        self.taps_made += 1
        with self.page.expect_download() as waiting:
            control.click()
        arrived: Download = waiting.value
        return Path(arrived.path())

    def prints(self, name: str, **where: str) -> bytes:
        """Tap what opens a sheet (PDF), take the sheet, and stay on the page."""
        control = self.control(name, **where)
        self.taps_made += 1
        sheets: list[bytes] = []

        def take(route: Route) -> None:
            answer = route.fetch()
            if answer.headers.get("content-type") == "application/pdf":
                sheets.append(answer.body())
                route.fulfill(status=204)
            else:
                route.fulfill(response=answer)

        self.page.route("**/*", take)
        control.click()
        for _ in range(400):
            if sheets:
                break
            self.page.wait_for_timeout(50)
        self.page.unroute("**/*")
        assert sheets, f"“{name}” opens no sheet"
        return sheets[0]

    # ---------------------------------------------------------------- filling in
    def field(self, label: str, *, within: str = "main") -> Locator:
        """The input of that label."""
        named = self.page.locator(within).get_by_label(label).filter(visible=True)
        return named.and_(self.page.locator("input, textarea, select")).first

    def types(self, label: str, text: str, *, within: str = "main") -> None:
        """Typing is work of the mind, not a tap: it counts nothing."""
        self.field(label, within=within).fill(text)

    def writes_below(self, text: str) -> None:
        """Type a new paragraph at the end of a page that can be written together."""
        sheet = self.page.locator(".ot-cowriting__text")
        expect(sheet).to_be_visible(timeout=10_000)
        sheet.focus()
        self.page.keyboard.press("Control+End")
        # The editor learns of the caret a moment later; nobody's hands are quicker.
        self.page.wait_for_timeout(200)
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(text)

    def chooses(self, label: str, option: str, *, within: str = "main") -> None:
        """Choose from a list: an answer."""
        self.answers_given += 1
        self.field(label, within=within).select_option(label=option)

    def ticks(self, *labels: str, within: str = "main", exact: bool = True) -> None:
        """Tick boxes or choose radio buttons; each is an answer."""
        for label in labels:
            self.answers_given += 1
            box = (
                self.page.locator(within)
                .get_by_label(label, exact=exact)
                .filter(visible=True)
                .first
            )
            box.check()

    # ---------------------------------------------------------------- seeing
    def sees(self, *texts: str) -> None:
        """Every text is readable on the page."""
        for text in texts:
            found = self.page.get_by_text(text).filter(visible=True).first
            expect(found, f"{self.name} reads “{text}” on {self.page.url}").to_be_visible()

    def does_not_see(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)

    def sees_saved(self) -> None:
        """What she typed is kept by itself, and the page says when."""
        saved = self.page.get_by_text(re.compile(r"Saved \d\d:\d\d")).filter(visible=True).first
        expect(saved).to_be_visible(timeout=15_000)

    def comes_back(self) -> None:
        """Her tab closes; she opens the address again in a new one."""
        address, browser = self.page.url, self.page.context
        self.page.close()
        self.page = browser.new_page()
        self.opens(address)

    def looks(self) -> None:
        """Look at a page the first time somebody comes to it: width, and what axe finds."""
        self.page.wait_for_load_state()
        self.page.locator("html:not(.ot-js), html.ot-ready").wait_for()
        heading = self.page.locator("h1").first
        title = heading.inner_text() if heading.count() else ""
        path = REF.sub("*", self.page.url.removeprefix(self.stage.live.address).split("?")[0])
        wrong = "!" if self.page.title().startswith("Error") else ""
        about = f"{path}{wrong} at {self.page.viewport_size['width']}"  # type: ignore[index]
        if about in self.stage.seen:
            return
        self.stage.seen.add(about)
        if SHOTS:
            name = re.sub(r"\W+", "-", f"{len(self.stage.seen):03}-{about}")
            self.page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
        wide = [f"wider than the screen: {one}" for one in too_wide(self.page)[:3]]
        self.stage.faults += [f"{about} ({title}): {fault}" for fault in wide + axe(self.page)]

    @contextmanager
    def within(self, task: str, budget: int, *, answers: bool = True) -> Iterator[None]:
        """A task of the click budgets: note what it cost.

        Taps and answers count; a long form is typing, so its answers may be left out.
        """
        before = self.taps_made + answers * self.answers_given
        yield
        used = self.taps_made + answers * self.answers_given - before
        self.stage.measured[task] = (used, budget)

    def mail(self, count: int = 1) -> str:
        """The text of the newest mail, once that many have arrived."""
        newest = self.stage.live.mail.wait_for(self.email, count)[-1]
        body = newest.get_body(("plain",))
        return body.get_content() if body else ""

    def link_of_mail(self, count: int = 1) -> str:
        return re.search(r"https?://\S+", self.mail(count))[0]  # type: ignore[index]
