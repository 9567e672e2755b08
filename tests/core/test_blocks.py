"""Pictures side by side, a film, a file, something of another site (T-10, T-17, X-52, C5)."""

import pytest

from opentwinning.core import richtext
from opentwinning.core.blocks import BlockKind, Shown
from opentwinning.core.livetext.reading import tree_of
from tests.core.test_richtext import LINES, Nodes

FILES = {
    "fil_v": Shown("/f/v?v=1", "mill.mp4", "video", 3_000_000),
    "fil_p": Shown("/f/p?v=1", "mill.png", "image", 9_000, "/f/p/thumb"),
    "fil_c": Shown("/f/c?v=1", "mill.vtt", "document", 900),
    "fil_d": Shown("/f/d?v=1", "Plan of work.docx", "document", 20_000),
}
GALLERY = ":::gallery\n![The mill](file:fil_p)\n![The *old* mill](file:fil_p)\n:::"
VIDEO = ":::video\n[The mill at work](file:fil_v)\n![x](file:fil_p)\n[English](file:fil_c)\n:::"
FILE = ":::file\n[Our plan](file:fil_d)\n:::"
EMBED = ":::embed\n[The river](https://video.example/w/abc)\n:::"


def shown(text):
    return str(richtext.rendered(text, FILES.get))


def test_a_gallery_shows_small_pictures_that_lead_to_the_large_ones():
    html = shown(GALLERY)
    assert html.count('<img src="/f/p/thumb"') == 2
    assert html.count('<a href="/f/p?v=1"') == 2
    assert 'alt="The *old* mill"' in html


def test_a_film_plays_in_its_place_and_loads_nothing_before():
    """H15: nothing plays by itself."""
    nodes = dict(Nodes(shown(VIDEO)).found)
    film, track = nodes["video"], nodes["track"]
    assert (film["src"], film["poster"], film["preload"]) == ("/f/v?v=1", "/f/p/thumb", "none")
    assert "controls" in film
    assert "autoplay" not in film
    assert (track["src"], track["kind"], track["label"]) == ("/f/c?v=1", "captions", "English")
    assert "The mill at work" in shown(VIDEO)
    assert 'href="/f/v?v=1&amp;download=1"' in shown(VIDEO)


def test_a_file_is_a_card_with_its_name_kind_and_size():
    html = shown(FILE)
    assert 'href="/f/d?v=1"' in html
    for words in ("DOCX", "Our plan", "19.5"):
        assert words in html


def test_what_is_no_film_is_a_card():
    html = shown(":::video\n[Not a film](file:fil_d)\n:::")
    assert "<video" not in html
    assert "DOCX" in html


@pytest.mark.parametrize(
    ("text", "words"), [(GALLERY, "The mill"), (VIDEO, "The mill at work"), (FILE, "Our plan")]
)
def test_files_the_reader_may_not_open_are_their_words(text, words):
    html = str(richtext.rendered(text))
    assert words in html
    assert not {"img", "video", "a", "track"} & {tag for tag, _ in Nodes(html).found}


def test_the_words_of_blocks_are_found():
    text = f"{GALLERY}\n\n{VIDEO}\n\n{FILE}\n\n{EMBED}"
    assert richtext.plain(text) == ("The mill The *old* mill The mill at work Our plan The river")
    assert richtext.file_refs(text) == set(FILES)
    assert [each.kind for each in richtext.set_pieces(text, BlockKind.VIDEO)] == ["video"]


@pytest.mark.parametrize(
    "text",
    [
        ":::gallery\n:::",
        ":::gallery\n![x](https://example.org/a.png)\n:::",
        ":::gallery\n![x](file:fil_p)",
        ":::gallery\n![x](file:fil_p)\nwords\n:::",
        ":::video\n![x](file:fil_v)\n:::",
        ":::video\n[x](file:fil_v)\n[y](file:fil_c)\n![z](file:fil_p)\n:::",
        ":::video\n[x](https://example.org/a.mp4)\n:::",
        ":::file\n[x](file:fil_d)\n[y](file:fil_d)\n:::",
        ":::embed\n[x](javascript:alert(1))\n:::",
        ":::embed\n[x](http://example.org/)\n:::",
        ':::embed\n[x](https://example.org/"onload=x)\n:::',
        ":::script\n[x](https://example.org/)\n:::",
        "::: gallery\n![x](file:fil_p)\n:::",
        "\\:::file\n[x](file:fil_d)\n:::",
        "    :::file\n    [x](file:fil_d)\n    :::",
        ":::gallery\n" + "![x](file:fil_p)\n" * 61 + ":::",
    ],
)
def test_what_does_not_fit_to_the_letter_is_words(text):
    assert ":::" in shown(text)
    assert not {"gallery", "video", "file", "embed"} & {node["type"] for node in tree_of(text)}


@pytest.mark.parametrize("line", LINES)
def test_no_attack_becomes_a_node_in_a_block(line):
    for text in (
        f":::gallery\n![{line}](file:fil_p)\n:::",
        f":::video\n[{line}](file:fil_v)\n[{line}](file:fil_c)\n:::",
        f":::file\n[{line}](file:fil_d)\n:::",
        f":::embed\n[{line}](https://a.example/{line})\n:::",
        f":::embed\n[x]({line})\n:::",
    ):
        for tag, attrs in Nodes(shown(text)).found:
            assert tag in richtext.TAGS
            assert not [a for a in attrs if a.startswith("on") or a in {"style", "srcdoc"}]
            for name in ("href", "src", "poster"):
                value = (attrs.get(name) or "").strip().lower()
                assert not value.startswith(("javascript", "data", "vbscript")), text


def test_a_name_of_a_file_is_no_markup():
    files = {"fil_d": Shown("/f", "<b>x</b>.<i>", "document", 1)}
    html = str(richtext.rendered(FILE, files.get))
    assert {tag for tag, _ in Nodes(html).found} == {"p", "a", "span"}


def test_blocks_stand_in_lists_and_quotes():
    html = shown(
        "- words\n\n  " + FILE.replace("\n", "\n  ") + "\n\n> " + FILE.replace("\n", "\n> ")
    )
    assert html.count("Our plan") == 2
    assert ":::" not in html


def test_sizes_are_said_in_the_language_of_the_reader():
    from django.utils import translation

    text = FILE
    with translation.override("en"):
        first = shown(text)
    with translation.override("sl"):
        second = shown(text)
    assert "19.5" in first
    assert "19,5" in second
