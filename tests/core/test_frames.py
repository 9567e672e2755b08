"""Which addresses of other sites may be shown, and how (C7)."""

import pytest

from opentwinning.core.frames import framed, gaps_of, is_pattern, origin_of

WATCH = "https://www.youtube.com/watch?v={id}"
EMBED = "https://www.youtube-nocookie.com/embed/{id}"


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("https://www.youtube.com/watch?v=a_b-1", "https://www.youtube-nocookie.com/embed/a_b-1"),
        ("https://www.youtube.com/watch?v=x&t=30", "https://www.youtube-nocookie.com/embed/x"),
        ("https://www.youtube.com.evil.example/watch?v=x", None),
        ("https://www.youtube.com@evil.example/watch?v=x", None),
        ("https://evil.example/https://www.youtube.com/watch?v=x", None),
        ("http://www.youtube.com/watch?v=x", None),
        ("https://www.youtube.com/watch?v=x/../../y", None),
        ("https://www.youtube.com/watch?v=x;script-src *", None),
        ("https://www.youtube.com/watch?v=", None),
        ("https://www.youtube.com/", None),
    ],
)
def test_only_what_fits_is_framed(address, frame):
    assert framed(address, WATCH, EMBED) == frame


def test_the_last_gap_takes_the_last_part():
    pattern = "https://padlet.com/{owner}/{title}-{id}"
    address = "https://padlet.com/ana/our-water-board-x1y2"
    assert framed(address, pattern, "https://padlet.com/embed/{id}") == (
        "https://padlet.com/embed/x1y2"
    )


@pytest.mark.parametrize(
    "text", [WATCH, EMBED, "https://a.example:8080/{id}", "https://a.example/"]
)
def test_patterns(text):
    assert is_pattern(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://{host}/watch",
        "https://localhost/{id}",
        "http://a.example/{id}",
        "https://a.example/{id",
        "https://a.example/{id}/{id}",
        "https://a.example/{ID}",
        "https://a.example/ x",
        "https://a.example;/x",
        "https://*.example/{id}",
        "https://a.example",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_pattern(text):
    assert not is_pattern(text)


def test_the_origin_is_what_a_policy_names():
    assert origin_of("https://player.example:8443/video/1?x=1") == "https://player.example:8443"
    assert gaps_of(WATCH) == {"id"}
