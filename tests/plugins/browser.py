"""The fixture `browser_page`: pages in a real Chromium that notice what a person cannot see.

A console error, a breach of the content security policy, an exception, a failed answer of the
server or a request to another origin fails the test, unless the test said it expects it.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    Route,
    expect,
    sync_playwright,
)

from tools.launcher.place import BROWSERS

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
]
PATIENCE = 20_000  # milliseconds: a busy machine is slow, and only a fault waits this long
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Runs before any script of the page; the page's own policy does not concern it.
WATCH = """
document.addEventListener("securitypolicyviolation", (event) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
  window.otBreach(`${violatedDirective}: ${blockedURI} in ${sourceFile}:${lineNumber}`);
});
"""


class Watch:
    """What went wrong on the pages of one test."""

    def __init__(self) -> None:
        """Start with nothing seen and nothing allowed."""
        self.problems: list[str] = []
        self.allowed: list[str] = []
        self.scripts = 0
        self.requests = 0

    def allow(self, pattern: str) -> None:
        """Expect a problem: a regular expression found in its text."""
        self.allowed.append(pattern)

    def note(self, text: str) -> None:
        """Note a problem unless it is expected at the end of the test."""
        self.problems.append(text)

    def unexpected(self) -> list[str]:
        """Return the problems no pattern allows."""
        return [
            problem
            for problem in self.problems
            if not any(re.search(pattern, problem) for pattern in self.allowed)
        ]

    def look_at(self, context: BrowserContext, also: tuple[str, ...] = ()) -> None:
        """Watch everything that happens in a browser context.

        The first address it opens is its origin; everything but `also` is another one.
        """
        origins: set[str] = set()
        context.expose_binding("otBreach", lambda _source, text: self.note(f"CSP: {text}"))
        context.add_init_script(WATCH)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.note(f"script error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)
        context.route(re.compile("^https?://"), lambda route: self._gate(route, origins, also))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.note(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        self.requests += 1
        if request.resource_type == "script":
            self.scripts += 1

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.note(f"status of {response.status}: {response.url}")

    def _gate(self, route: Route, origins: set[str], also: tuple[str, ...]) -> None:
        """Let through what goes to the page's own origin; stop and note the rest."""
        parts = urlsplit(route.request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if not origins:
            origins.add(origin)
        if origin in origins or origin in also:
            route.continue_()
        else:
            self.note(f"another origin: {route.request.url}")
            route.abort()


class Pages:
    """Opens pages for one test. Call it: `page = browser_page(width=360)`."""

    def __init__(self, browser: Browser) -> None:
        """Open nothing yet."""
        self.browser = browser
        self.watch = Watch()
        self._contexts: list[BrowserContext] = []

    def __call__(
        self,
        width: int = 1280,
        *,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        script: bool = True,
        language: str = "en-GB",
        at: str = "",
        also: tuple[str, ...] = (),
    ) -> Page:
        """Open a page in its own context: another person, with cookies of her own.

        `at` is the address of the site, such as `live.address`: paths are then enough in `goto`.
        Without script the page shows what a browser shows that never runs any. `also` are other
        origins she may visit, such as an identity provider.
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            locale=language,
            base_url=at or None,
            reduced_motion="reduce",
            ignore_https_errors=True,  # the certificate is signed by itself
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        self.watch.look_at(context, also)
        return context.new_page()

    def allow(self, pattern: str) -> None:
        """Expect a problem that would otherwise fail the test."""
        self.watch.allow(pattern)

    def close(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()


def chromium() -> str:
    """Return the path of the machine's Chromium."""
    wanted = os.environ.get("OT_CHROMIUM", "")
    for program in (wanted, *BROWSERS):
        found = shutil.which(program) if program else None
        if found:
            return found
    pytest.fail("Chromium is missing. Install with:  sudo apt-get install chromium")


@pytest.fixture(scope="session")
def playwright_engine() -> Iterator[Playwright]:
    """Run Playwright. It keeps an event loop in this thread, which Django must not mind."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as engine:
        yield engine
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def chromium_browser(playwright_engine: Playwright) -> Iterator[Browser]:
    """Start one Chromium for the whole run."""
    browser = playwright_engine.chromium.launch(executable_path=chromium(), args=QUIET)
    yield browser
    browser.close()


@pytest.fixture
def browser_page(chromium_browser: Browser) -> Iterator[Pages]:
    """Open pages; fail the test when anything went wrong on one of them."""
    pages = Pages(chromium_browser)
    yield pages
    pages.close()
    unexpected = pages.watch.unexpected()
    assert not unexpected, "The browser complained:\n" + "\n".join(unexpected)


def axe(page: Page, *, within: str = "html", levels: tuple[str, ...] = LEVELS) -> list[str]:
    """Return what axe-core finds wrong with a page, one readable line for each place.

    The checker enters through the browser's debugging door, so the page's content security policy
    stays in force and observable. A page without script gets it for this moment only: the checker
    waits for timers, which never come there.
    """
    session = page.context.new_cdp_session(page)
    without_script = evaluated(session, "matchMedia('(scripting: none)').matches")
    if without_script:
        forbid_script(session, forbid=True)  # this session must have said so before it may allow
        forbid_script(session, forbid=False)
    try:
        if not evaluated(session, "typeof window.axe !== 'undefined'"):
            evaluated(session, AXE.read_text(encoding="utf-8") + ";true")
        options = f"{{runOnly: {list(levels)!r}, resultTypes: ['violations']}}"
        found = evaluated(session, f"axe.run({within!r}, {options}).then(r => r.violations)")
    finally:
        if without_script:
            forbid_script(session, forbid=True)  # in force as long as the session lives
        else:
            session.detach()
    return [
        f"{rule['id']} ({node['impact']}) at {' '.join(map(str, node['target']))}: "
        f"{' / '.join(node['failureSummary'].splitlines())}"
        for rule in cast("list[dict[str, Any]]", found)
        for node in rule["nodes"]
    ]


def forbid_script(session: Any, *, forbid: bool) -> None:
    """Let a page run no script, or let it run again."""
    session.send("Emulation.setScriptExecutionDisabled", {"value": forbid})


def evaluated(session: Any, expression: str) -> Any:
    """Evaluate an expression in the page and return its value."""
    answer = session.send(
        "Runtime.evaluate",
        {
            "expression": expression,
            "returnByValue": True,
            "awaitPromise": True,
            "allowUnsafeEvalBlockedByCSP": True,
        },
    )
    if "exceptionDetails" in answer:
        raise AssertionError(answer["exceptionDetails"])
    return answer["result"].get("value")


def too_wide(page: Page) -> list[str]:
    """Return the elements that make the page scroll sideways, outermost first (WCAG 1.4.10)."""
    found = page.evaluate(
        """() => {
          const edge = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= edge) return [];
          return [...document.body.querySelectorAll("*")]
            .filter((one) => one.getBoundingClientRect().right > edge + 1)
            .map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
        }"""
    )
    return [str(name) for name in found]
