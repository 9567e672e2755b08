"""A film goes piece by piece: seen, paused, its line cut, another day, there (ux 82, D12)."""

import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.player import Player, Stage
from tests.journeys.steps import working

pytestmark = pytest.mark.journey

MB = 1024 * 1024
DECLARED = "I made this or may share it, and everybody shown knows about it."


def a_film(folder: Path, name: str, megabytes: int) -> Path:
    path = folder / name
    head = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
    body = megabytes * MB
    path.write_bytes(
        head + (body + 8).to_bytes(4, "big") + b"mdat" + bytes(range(256)) * (body // 256)
    )
    return path


def test_a_film_goes_on_after_pause_cut_and_another_day(
    at_work: Stage, addresses: dict[str, str], width: int, tmp_path: Path
) -> None:
    film = a_film(tmp_path, f"river-{width}.mp4", 24)
    ana = at_work.player("Ana Kovač", width=width).signs_in()
    ana.opens(addresses["files"])
    ana.taps("Add files", within="main")
    slowly(ana.page)
    ana.page.get_by_label("Files", exact=True).set_input_files([film, photo(tmp_path, width)])
    ana.ticks(DECLARED)
    ana.taps("Add files", within="main form", stays=True)

    lines = ana.page.locator("#on_their_way li")
    expect(lines).to_have_count(2)
    line = lines.filter(has_text=film.name)
    expect(line.get_by_text(re.compile(r"^([2-9]|\d\d) % of 24"))).to_be_visible()
    line.get_by_role("button", name="Pause").click()
    expect(line).to_contain_text("Paused")
    expect(lines.filter(has_text="photo")).to_contain_text("Added")  # the others go on
    ana.looks()

    line.get_by_role("button", name="Go on").click()
    expect(line).to_contain_text("On its way")
    at_work.browser.allow("ERR_INTERNET_DISCONNECTED")
    ana.page.context.set_offline(True)
    expect(line).to_contain_text("The line is cut.")
    ana.page.context.set_offline(False)
    expect(line).to_contain_text("On its way")
    line.get_by_role("button", name="Pause").click()

    ana.page.reload()
    ana.sees("Not finished yet", film.name)
    ana.looks()
    goes_on_with(ana, a_film(tmp_path, "another.mp4", 1))
    expect(ana.page.locator("main")).to_contain_text("This is another file.")
    goes_on_with(ana, film)
    ana.page.wait_for_url(re.compile(r"/files/$"), timeout=60_000)
    ana.taps(film.name, within="main")
    assert hash_of(shown(ana)) == hash_of(film.read_bytes())


def goes_on_with(ana: Player, file: Path) -> None:
    waiting = ana.page.locator("[data-ot-unfinished]")
    with ana.page.expect_file_chooser() as chooser:
        waiting.get_by_role("button", name="Go on").click()
    chooser.value.set_files(file)


def shown(ana: Player) -> bytes:
    """The bytes of the film on the page."""
    source = ana.page.locator("main video, main video source").first.get_attribute("src")
    return ana.page.request.get(ana.stage.live.url(str(source))).body()


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def slowly(page: Page) -> None:
    """A line on which a piece can be watched."""

    def wait(route: Route) -> None:
        page.wait_for_timeout(150)
        route.continue_()

    page.route("**/files/uploads/upl_*", wait)


def photo(folder: Path, width: int) -> Path:
    path = folder / f"photo-{width}.jpg"
    path.write_bytes(working.photo()["buffer"])
    return path
