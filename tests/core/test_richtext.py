"""Markdown in, an allow-list of HTML out (C1, C5, I8)."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from opentwinning.core.richtext import TAGS, file_refs, headings, plain, rendered

PAYLOADS = Path(__file__).parents[1] / "data" / "payloads"
LINES = sorted(
    {line for p in PAYLOADS.glob("*xss*") for line in p.read_text("utf-8").splitlines() if line}
)


class Nodes(HTMLParser):
    """Collects what a browser would make of a text."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_the_corpus_is_there():
    assert len(LINES) > 80


@pytest.mark.parametrize("line", LINES)
def test_no_attack_becomes_a_node(line):
    for text in (
        line,
        f"[x]({line})",
        f"![x]({line})",
        f"# {line}\n\n* {line}\n\n|{line}|\n|-|\n|{line}|",
    ):
        for tag, attrs in Nodes(str(rendered(text))).found:
            assert tag in TAGS
            assert not [a for a in attrs if a.startswith("on") or a == "style"]
            for name in ("href", "src"):
                value = (attrs.get(name) or "").strip().lower()
                assert not value.startswith(("javascript", "data", "vbscript")), text


def test_pictures_come_only_from_the_space():
    """No third-party request: a foreign picture has no address."""
    html = rendered(
        "![map](https://example.org/a.png) ![ours](file:fil_abc)", lambda ref: f"/f/{ref}"
    )
    assert "example.org" not in html
    assert 'src="/f/fil_abc"' in html


def test_headings_begin_below_the_title():
    assert rendered("# One\n\n## Two") == "<h2>One</h2>\n<h2>Two</h2>\n"
    assert headings("# One\n\n### Three") == [1, 3]


def test_links_are_marked_as_written_by_users():
    assert 'rel="nofollow noopener ugc"' in rendered("[a](https://example.org)")


def test_plain_text_is_for_search_and_previews():
    assert plain("# Water\n\n* one\n* **two**\n\n|a|b|\n|-|-|\n|c|d|") == "Water one two a b c d"


def test_tables_work():
    assert "<table>" in rendered("|a|b|\n|-|-|\n|c|d|")


def test_files_of_a_text_are_known():
    assert file_refs("![a](file:fil_abc) [b](file:fil_d2)") == {"fil_abc", "fil_d2"}
