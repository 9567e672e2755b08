"""A meeting between two networks: everything goes through a real relay, and nobody learns where
somebody else is (T-20; RFC 8656)."""

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.journeys.conftest import AT_WORK
from tests.journeys.player import Player, Stage
from tests.journeys.steps.seeing import DEVICES, comes_in, sees_somebody
from tests.plugins.browser import QUIET, Pages, chromium
from tests.plugins.live import LiveSite, serving
from tools.launcher.place import find
from tools.launcher.processes import free_port

pytestmark = pytest.mark.journey
SECRET = "shared by the relay and the site"
# Every connection a page makes is kept where the test finds it.
KEEPS = """const Real = RTCPeerConnection; window.otConnections = [];
window.RTCPeerConnection = class extends Real {
  constructor(...ways) { super(...ways); window.otConnections.push(this); }
};"""
PAIRS = """async () => {
  const found = [];
  for (const each of window.otConnections) {
    const told = new Map([...await each.getStats()]);
    for (const pair of told.values()) {
      if (pair.type !== "candidate-pair" || pair.state !== "succeeded") continue;
      const ends = [pair.localCandidateId, pair.remoteCandidateId].map((id) => told.get(id));
      found.push(ends.map((end) => end.candidateType));
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A coturn of this module: its address."""
    port, folder = free_port(), tmp_path_factory.mktemp("relay")
    command = [
        str(find("turnserver")), "-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1",
        f"--listening-port={port}", "--use-auth-secret", f"--static-auth-secret={SECRET}",
        "--realm=twinning.test", "--allow-loopback-peers", "--no-cli", "--no-tls", "--no-dtls",
        "--log-file=stdout", f"--pidfile={folder}/pid", f"--userdb={folder}/users",
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    yield f"turn:127.0.0.1:{port}?transport=udp"
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def site_at_work(
    shared_folder: Path, tmp_path_factory: pytest.TempPathFactory, relay: str
) -> Iterator[LiveSite]:
    """The site at work, with a relay."""
    folder = tmp_path_factory.mktemp("relayed") / "data"
    settings = {"OT_TURN_URLS": relay, "OT_TURN_SECRET": SECRET}
    with serving(shared_folder, folder, AT_WORK, **settings) as live:
        yield live
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def relayed(playwright_engine: Playwright, site_at_work: LiveSite) -> Iterator[Stage]:
    """A stage on which every browser has a camera."""
    browser = playwright_engine.chromium.launch(executable_path=chromium(), args=[*QUIET, *DEVICES])
    pages = Pages(browser)
    stage = Stage(site_at_work, pages, 1280)
    yield stage
    stage.close()
    pages.close()
    assert not pages.watch.unexpected()
    browser.close()


def teacher(stage: Stage, name: str) -> Player:
    player = stage.player(name)
    player.page.add_init_script(KEEPS)
    return player.signs_in()


def connections(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(PAIRS)
    return found


def test_pictures_go_through_the_relay_alone(relayed: Stage, addresses: dict[str, str]) -> None:
    ana, ion = teacher(relayed, "Ana Kovač"), teacher(relayed, "Ion Popescu")
    ana.opens(addresses["meetings"])
    ana.taps("Plan a meeting", within="main")
    ana.types("What is it about?", "Two networks")
    ana.taps("Plan it")
    comes_in(ana)
    ion.opens(ana.page.url.removeprefix(relayed.live.address))
    comes_in(ion)
    sees_somebody(ion, "Ana Kovač")
    sees_somebody(ana, "Ion Popescu")
    for player in (ana, ion):
        pairs = connections(player.page)
        assert pairs
        assert {tuple(pair) for pair in pairs} == {("relay", "relay")}
