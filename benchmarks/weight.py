"""What a page weighs when a browser opens it for the first time."""

from dataclasses import dataclass
from typing import Any

from benchmarks.sites import Measured
from tests.plugins.browser import QUIET, chromium

type Event = dict[str, Any]  # as the browser's debugging door sends it


@dataclass
class Weight:
    """Requests and bytes of one page, as they cross the wire."""

    requests: int = 0
    total: int = 0
    script: int = 0


def weigh(site: Measured, pages: list[tuple[str, str, str]]) -> dict[str, Weight]:
    """Weigh pages given as (name, path, who), each in a browser that has seen nothing yet."""
    from playwright.sync_api import sync_playwright

    found = {}
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium(), args=QUIET)
        for name, path, who in pages:
            context = browser.new_context(extra_http_headers={"X-Forwarded-Proto": "https"})
            context.add_cookies(
                [
                    {"name": key, "value": value, "url": f"https://localhost:{site.port}"}
                    for key, value in site.cookies(who).items()
                ]
            )
            weight = found[name] = Weight()
            page = context.new_page()
            session = context.new_cdp_session(page)
            kinds: dict[str, str] = {}
            session.send("Network.enable")

            def answered(
                event: Event, kinds: dict[str, str] = kinds, weight: Weight = weight
            ) -> None:
                kinds[event["requestId"]] = event["type"]
                weight.requests += not event["response"]["url"].startswith("data:")

            def finished(
                event: Event, kinds: dict[str, str] = kinds, weight: Weight = weight
            ) -> None:
                weight.total += int(event["encodedDataLength"])
                if kinds.get(event["requestId"]) == "Script":
                    weight.script += int(event["encodedDataLength"])

            session.on("Network.responseReceived", answered)
            session.on("Network.loadingFinished", finished)
            page.goto(f"http://localhost:{site.port}{path}", wait_until="networkidle")
            context.close()
        browser.close()
    return found
