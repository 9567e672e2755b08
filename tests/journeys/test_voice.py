"""An answer is spoken: recorded, listened to, handed in (T-06)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, expect

from tests.journeys.player import Stage
from tests.journeys.steps.seeing import DEVICES
from tests.plugins.browser import QUIET, Pages, chromium
from tests.plugins.live import LiveSite

pytestmark = pytest.mark.journey
LASTS = "(sound) => sound.readyState > 0 && sound.duration > 0.5"


@pytest.fixture
def speaking(
    playwright_engine: Playwright, site_at_work: LiveSite, looked_at: set[str]
) -> Iterator[Stage]:
    """A stage on which every browser has a microphone; on a telephone."""
    browser = playwright_engine.chromium.launch(executable_path=chromium(), args=[*QUIET, *DEVICES])
    pages = Pages(browser)
    stage = Stage(site_at_work, pages, 360, seen=looked_at)
    yield stage
    stage.close()
    pages.close()
    assert not pages.watch.unexpected()
    browser.close()


def test_an_answer_is_spoken_and_heard(speaking: Stage, addresses: dict[str, str]) -> None:
    ana = speaking.player("Ana Kovač").signs_in()
    ana.opens(addresses["activities"])
    ana.taps("Set an activity")
    ana.types("Title", "Say hello in your language")
    ana.taps("Save", exact=True)
    ana.taps("Open it for everybody")
    ion = speaking.player("Ion Popescu").signs_in()
    ion.opens(ana.page.url.removeprefix(speaking.live.address))
    ion.taps("Hand in for your class", stays=True)
    ion.taps("Record", stays=True)
    ion.sees("You are being recorded: 1 seconds, three minutes at most.")
    ion.taps("Stop", stays=True)
    ion.sees("Listen. It goes with what you hand in.")
    ion.looks()
    sound = ion.page.locator("[data-ot-voice-play]")
    expect(sound).to_be_visible()
    ion.taps("Take it away", stays=True)
    assert ion.page.evaluate("document.getElementById('id_uploads').files.length") == 0
    ion.taps("Record", stays=True)
    ion.sees("You are being recorded: 2 seconds, three minutes at most.")
    ion.taps("Stop", stays=True)
    ion.sees("Listen. It goes with what you hand in.")
    ion.taps("Hand in", within="form", exact=True)
    ion.sees("It is here.")
    kept = ion.page.locator("audio[src], audio:has(source)").first
    kept.evaluate("(sound) => sound.load()")
    ion.page.wait_for_function(LASTS, arg=kept.element_handle(), timeout=10_000)
