"""Steps: coming into a meeting and seeing somebody there."""

from playwright.sync_api import expect

from tests.journeys.player import Player

DEVICES = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
MOVES = """async (video) => {
  const seen = video.getVideoPlaybackQuality().totalVideoFrames;
  await new Promise((done) => setTimeout(done, 600));
  return video.videoWidth > 0 && video.getVideoPlaybackQuality().totalVideoFrames > seen;
}"""


def sees_somebody(player: Player, name: str) -> None:
    """The picture of that person arrives and moves."""
    tile = player.page.locator(f"figure:has(figcaption:has-text('{name}')) video")
    expect(tile).to_be_visible(timeout=20_000)
    player.page.wait_for_function(
        "(video) => video.videoWidth > 0", arg=tile.element_handle(), timeout=20_000
    )
    assert any(tile.evaluate(MOVES) for _ in range(10)), f"the picture of {name} stands still"


def comes_in(player: Player) -> None:
    player.taps("Come in", within="main", stays=True)
