"""A page's text goes from Markdown to what an editor holds and back, and nothing is lost (K2)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import XmlElement, XmlFragment

from opentwinning.core import richtext
from opentwinning.core.livetext.documents import blocks_of, bring_in, new_document, text_of
from opentwinning.core.livetext.reading import tree_of
from opentwinning.core.livetext.writing import markdown_of, normal

EVERYTHING = """## Hello *world*

Text with **bold**, ~~old~~, `code` and [a **link**](https://example.org/a_(b) "its title"), and
a second line ![A boat](file:fil_abc)

- [ ] one
- [x] two
  - below
    with a second line

* a
* b

1. x

   a paragraph
2. y

> quote
>
> - inside

| a | b \\| c |
| --- | --- |
| 1 |  |

```py
x = `1`
```

---

:::gallery
![The *mill*](file:fil_a)
![A \\[boat\\]](file:fil_b)
:::

:::video
[The mill at work](file:fil_v)
![The mill at work](file:fil_a)
[English](file:fil_c)
:::

- a file

  :::file
  [Our plan](file:fil_d)
  :::

> :::embed
> [A film of the river](https://video.example/w/abc?start=3)
> :::

snake_case, \\*no stars\\*, <b>no HTML</b>, &amp;amp; \\[ ] no box 😀 žluťoučký
"""

_SIGNS = list("ab1 .,_*-+#>|[]()`~&;<!=\\:éß")
_WORDS = st.text(alphabet=st.sampled_from(_SIGNS), min_size=1, max_size=8)
_MARKS = st.one_of(
    st.sets(st.sampled_from(["bold", "italic", "strike"]), max_size=3), st.just({"code"})
)


def _text(words, marks, link):
    found = [{"type": mark} for mark in marks]
    if link:
        found.append({"type": "link", "attrs": {"href": f"https://example.org/{link}"}})
    return {"type": "text", "text": words, **({"marks": found} if found else {})}


_INLINE = st.lists(
    st.one_of(
        st.builds(_text, _WORDS, _MARKS, st.sampled_from(["", "", "", "x%20y", "(z)"])),
        st.just({"type": "hardBreak"}),
        st.just({"type": "image", "attrs": {"src": "file:fil_a", "alt": "x]y"}}),
    ),
    max_size=5,
)
_PARAGRAPH = _INLINE.map(lambda c: {"type": "paragraph", **({"content": c} if c else {})})
_HEADING = st.builds(
    lambda words, level: {
        "type": "heading",
        "attrs": {"level": level},
        "content": [{"type": "text", "text": words}],
    },
    _WORDS,
    st.sampled_from([2, 3, 4]),
)
_CODE = _WORDS.map(lambda w: {"type": "codeBlock", "content": [{"type": "text", "text": w}]})


def _row(width):
    cells = st.lists(_PARAGRAPH, min_size=width, max_size=width)
    return cells.map(
        lambda found: {
            "type": "tableRow",
            "content": [{"type": "tableCell", "content": [cell]} for cell in found],
        }
    )


_TABLE = st.integers(1, 3).flatmap(
    lambda width: st.lists(_row(width), min_size=1, max_size=3).map(
        lambda rows: {"type": "table", "content": rows}
    )
)
_PIECES = st.one_of(
    st.builds(
        lambda words: {
            "type": "gallery",
            "content": [{"type": "image", "attrs": {"src": "file:fil_a", "alt": w}} for w in words],
        },
        st.lists(_WORDS, max_size=3),
    ),
    st.builds(
        lambda title, poster, spoken: {
            "type": "video",
            "attrs": {"src": "file:fil_v", "title": title, "poster": poster}
            | ({"captions": "file:fil_c", "spoken": spoken} if spoken else {}),
        },
        _WORDS,
        st.sampled_from(["", "file:fil_p", "javascript:alert(1)"]),
        st.one_of(st.just(""), _WORDS),
    ),
    _WORDS.map(lambda w: {"type": "file", "attrs": {"src": "file:fil_d", "title": w}}),
    _WORDS.map(lambda w: {"type": "embed", "attrs": {"src": "https://a.example/x", "title": w}}),
)
_LEAF = st.one_of(
    _PARAGRAPH, _PARAGRAPH, _HEADING, _CODE, _TABLE, _PIECES, st.just({"type": "horizontalRule"})
)


def _lists(blocks):
    def items(kind):
        return st.lists(
            st.builds(
                lambda first, rest, done: {
                    "type": kind,
                    **({"attrs": {"checked": done}} if kind == "taskItem" else {}),
                    "content": [first, *rest],
                },
                _PARAGRAPH,
                st.lists(blocks, max_size=2),
                st.booleans(),
            ),
            min_size=1,
            max_size=3,
        )

    return st.one_of(
        items("listItem").map(lambda c: {"type": "bulletList", "content": c}),
        items("listItem").map(
            lambda c: {"type": "orderedList", "attrs": {"start": 1}, "content": c}
        ),
        items("taskItem").map(lambda c: {"type": "taskList", "content": c}),
        st.lists(blocks, min_size=1, max_size=2).map(
            lambda c: {"type": "blockquote", "content": c}
        ),
    )


TREES = st.lists(st.recursive(_LEAF, _lists, max_leaves=6), max_size=4)


def without_marks(nodes):
    found = []
    for node in nodes:
        bare = {name: value for name, value in node.items() if name != "marks"}
        if "content" in bare:
            bare["content"] = without_marks(bare["content"])
        if found and bare["type"] == "text" == found[-1]["type"]:
            found[-1]["text"] += bare["text"]
        else:
            found.append(bare)
    return found


def test_every_kind_of_block_comes_back_as_it_was():
    tree = tree_of(EVERYTHING)

    assert tree_of(markdown_of(tree)) == tree == normal(tree)
    assert {block["type"] for block in tree} == {
        "heading", "paragraph", "taskList", "bulletList", "orderedList", "blockquote", "table",
        "codeBlock", "horizontalRule", "gallery", "video",
    }  # fmt: skip


def test_what_readers_see_is_the_same_after_a_round():
    assert richtext.rendered(markdown_of(tree_of(EVERYTHING))) == richtext.rendered(EVERYTHING)


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_no_word_and_no_block_is_lost_whatever_somebody_writes(blocks):
    back = tree_of(markdown_of(blocks))

    assert without_marks(back) == without_marks(normal(blocks))
    assert tree_of(markdown_of(back)) == back


@settings(max_examples=60, deadline=None)
@given(TREES, TREES)
def test_a_text_saved_elsewhere_takes_the_place_of_one_that_nobody_touched(before, after):
    before, after = markdown_of(before), markdown_of(after)
    document = new_document(before)

    assert blocks_of(document) == tree_of(before)
    assert bring_in(document, before, after) is False
    assert tree_of(text_of(document)) == tree_of(after)


@pytest.mark.parametrize(
    ("here", "saved", "both"),
    [
        ("one\n\ntwo HERE\n\nthree", "one\n\ntwo\n\nthree THERE", "one\n\ntwo HERE\n\nthree THERE"),
        ("one\n\ntwo\n\nthree", "zero\n\none\n\nthree", "zero\n\none\n\nthree"),
        ("one\n\nmine\n\ntwo\n\nthree", "one\n\ntwo", "one\n\nmine\n\ntwo"),
    ],
)
def test_changes_on_both_sides_stay(here, saved, both):
    before = "one\n\ntwo\n\nthree"
    document = new_document(here)

    assert bring_in(document, before, saved) is False
    assert text_of(document) == both


def test_two_changes_of_one_block_both_stay_and_it_is_said():
    document = new_document("one HERE")

    assert bring_in(document, "one", "one THERE") is True
    assert text_of(document) == "one HERE\n\none THERE"


def test_links_lead_only_where_texts_may_lead():
    wrong = [{"type": "link", "attrs": {"href": "javascript:alert(1)"}}]
    tree = [{"type": "paragraph", "content": [{"type": "text", "text": "press", "marks": wrong}]}]

    assert markdown_of(tree) == "press"


def test_what_the_editor_does_not_know_is_left_out():
    document = new_document("one")
    body = document.get("default", type=XmlFragment)
    body.children.append(XmlElement("script", {"src": "https://evil.example"}))

    assert text_of(document).strip() == "one"
