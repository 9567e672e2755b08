"""A project in a box: ordered, downloaded, read from the disk without a network (idea 9, ux 94)."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.player import SHOTS, Stage
from tests.journeys.steps import working
from tests.plugins.browser import Pages, axe, too_wide

pytestmark = pytest.mark.journey


@pytest.fixture(params=[(1280, "light"), (360, "dark")], ids=["wide", "telephone at night"])
def reader(request: pytest.FixtureRequest, chromium_browser: Browser) -> Iterator[Page]:
    """A browser of a school without the internet and without script."""
    width, scheme = request.param
    context = chromium_browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True,
        java_script_enabled=False,
    )  # fmt: skip
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def box(site_at_work, chromium_browser, addresses, tmp_path_factory) -> Path:
    """Ana adds a photo, orders her box in three clicks, and unpacks it."""
    pages = Pages(chromium_browser)
    stage = Stage(site_at_work, pages, 1280)
    ana = stage.player("Ana Kovač").signs_in()
    ana.opens(addresses["files"])
    ana.taps("Add files", within="main")
    ana.page.get_by_label("Files", exact=True).set_input_files(working.photo())
    ana.types("What is in the picture?", "The river in May")
    ana.ticks("I made this or may share it, and everybody shown knows about it.")
    ana.taps("Add files", within="main form")
    ana.opens(addresses["home"])
    with ana.within("export project", 3):
        ana.taps("Take it along", within="nav")
        ana.taps("Pack my box")
        over = ana.page.get_by_text("The packing is over").or_(
            ana.page.get_by_role("heading", name="Your box is ready")
        )
        over.first.wait_for()
        ana.comes_back()
        arrived = ana.downloads("Download the box")
    stage.close()
    assert not pages.watch.unexpected()
    folder = tmp_path_factory.mktemp("box")
    with zipfile.ZipFile(arrived) as archive:
        archive.extractall(folder)
    pages.close()
    return folder


def test_every_page_opens_from_the_disk(box: Path, reader: Page) -> None:
    """Nothing is missing, nothing is too wide, nothing hinders a reader who does not see."""
    faults = []
    for path in [box / "index.html", *sorted((box / "site").glob("*.html"))]:
        answer = reader.goto(path.as_uri())
        assert answer is not None
        pictures = reader.locator("img")
        for number in range(pictures.count()):
            pictures.nth(number).scroll_into_view_if_needed()
        faults += [f"{path.name}: {fault}" for fault in (*too_wide(reader), *axe(reader))]
        if SHOTS:
            width = (reader.viewport_size or {})["width"]
            reader.screenshot(path=f"{SHOTS}/box-{width}-{path.stem}.png", full_page=True)
    assert not faults, "\n".join(faults)


def test_one_walks_from_the_first_page_to_a_text_and_back(box: Path, reader: Page) -> None:
    reader.goto((box / "index.html").as_uri())
    reader.get_by_role("link", name="How we measure").click()
    assert "A bottle is enough." in reader.locator("main").inner_text()
    reader.get_by_role("navigation").get_by_role("link").click()
    reader.get_by_role("link", name="All files").click()
    assert reader.get_by_alt_text("The river in May").count() == 1
    reader.get_by_role("link", name="river.jpg").click()
    assert reader.url.endswith("/files/river.jpg")
