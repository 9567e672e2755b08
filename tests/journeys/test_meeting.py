"""Two classes see each other: a door, a room, and no pupil without a teacher (T-20, H8, H9)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, expect

from tests.journeys.player import Player, Stage
from tests.journeys.steps import classes
from tests.journeys.steps.seeing import DEVICES, comes_in, sees_somebody
from tests.plugins.browser import QUIET, Pages, chromium
from tests.plugins.live import LiveSite

pytestmark = pytest.mark.journey


@pytest.fixture
def meeting_stage(
    playwright_engine: Playwright, site_at_work: LiveSite, looked_at: set[str]
) -> Iterator[Stage]:
    """A stage on which every browser has a camera and a microphone of its own."""
    browser = playwright_engine.chromium.launch(executable_path=chromium(), args=[*QUIET, *DEVICES])
    pages = Pages(browser)
    stage = Stage(site_at_work, pages, 1280, seen=looked_at)
    yield stage
    stage.close()
    pages.close()
    assert not pages.watch.unexpected()
    browser.close()


def nobody_is_seen(player: Player) -> None:
    expect(player.page.locator("figure:not([data-ot-meet-own])")).to_have_count(0)


def test_pupils_meet_while_a_teacher_is_there(
    meeting_stage: Stage, addresses: dict[str, str]
) -> None:
    ana = meeting_stage.player("Ana Kovač").signs_in()
    ana.opens(addresses["class"])
    ana.taps("Print cards", within="main")
    (card,) = classes.read_cards(ana.prints("Print the chosen cards"))
    ana.opens(addresses["class"])
    ana.taps("lesson", within="main")
    nina = classes.pupil_comes_by_card(meeting_stage, card)

    ana.opens(addresses["meetings"])
    with ana.within("plan a meeting for now", 3):
        ana.taps("Plan a meeting", within="main")
        ana.types("What is it about?", "Our rivers")
        ana.taps("Plan it")
        comes_in(ana)
    ana.sees("You are in.")
    here = ana.page.url.removeprefix(meeting_stage.live.address)
    nina_waits_and_is_let_in(ana, nina, here)
    she_is_never_there_alone(ana, nina)
    who_is_sent_out_stays_out(ana, nina, here)


def nina_waits_and_is_let_in(ana: Player, nina: Player, here: str) -> None:
    nina.opens(here)
    comes_in(nina)
    nina.sees("You are at the door. A teacher lets you in.")
    nobody_is_seen(nina)
    ana.taps("Let in", stays=True)
    nina.sees("You are in.")
    sees_somebody(nina, "Ana Kovač")
    sees_somebody(ana, "Nina")
    nina.looks()
    ana.looks()


def she_is_never_there_alone(ana: Player, nina: Player) -> None:
    ana.taps("Leave", within="main")
    nina.sees("You are at the door. A teacher lets you in.")
    nobody_is_seen(nina)
    comes_in(ana)
    nina.sees("You are in.")
    sees_somebody(nina, "Ana Kovač")


def who_is_sent_out_stays_out(ana: Player, nina: Player, here: str) -> None:
    ana.taps("Send out", of="Nina", stays=True)
    nina.sees("A teacher has sent you out of this meeting.")
    nobody_is_seen(nina)
    nina.opens(here)
    nina.sees("A teacher has sent you out of this meeting.")
