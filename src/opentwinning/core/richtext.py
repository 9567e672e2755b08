"""Rich text: Markdown in, one allow-list of HTML out (C1, C5). The only place that marks HTML safe.

Stored text is Markdown, so a page can be read, compared, searched and exported without us. Raw HTML
is shown as text. Images and links to files of the same space are written ``file:fil_…`` and turned
into addresses by the caller, who knows what the reader may open.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt
from markdown_it.token import Token

from opentwinning.core import blocks
from opentwinning.core.blocks import Block, BlockKind, Frame, Frames, Shown
from opentwinning.core.tasklists import find_tasks

TAGS = {
    "p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "s", "a", "img", "blockquote",
    "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td",
    "div", "span", "figure", "figcaption", "video", "track",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "loading"},
    "ol": {"start"},
    "li": {"data-checked"},
    "video": {"src", "poster", "controls", "preload"},
    "track": {"src", "kind", "label", "default"},
    "figure": {"id"},
    "iframe": {"src", "title", "sandbox", "allow", "referrerpolicy", "credentialless"},
}
CLASSES = {
    "ul": {"ot-tasks"},
    "div": {"ot-gallery", "ot-embed__face"},
    "figure": {"ot-film", "ot-embed"},
    "p": {"ot-attached"},
    "a": {"ot-film__save", "ot-button", "ot-button--primary"},
    "span": {
        "ot-attached__kind",
        "ot-attached__name",
        "ot-attached__size",
        "ot-embed__site",
        "ot-hidden",
    },
}
_HEADING = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
_FILE = re.compile(r"^file:(fil_[0-9a-z]+)$")
_ANY_FILE = re.compile(r"file:(fil_[0-9a-z]+)")
_SHORT = 16_000  # longer texts are not worth the memory of remembering their HTML

type FileAddress = Callable[[str], str | Shown | None]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True})
    parser.enable(["table", "strikethrough"])
    blocks.read_blocks(parser)
    parser.validateLink = lambda url: bool(  # type: ignore[method-assign]  # its documented hook
        re.match(r"^(https?://|mailto:|file:fil_|/(?!/)|#)", url, re.IGNORECASE)
    )
    return parser


def tokens(text: str) -> list[Token]:
    """What the parser reads in a Markdown text, for whoever writes it in another form."""
    found = _parser().parse(text)
    find_tasks(found)
    return found


def link_address(address: str) -> str | None:
    """An address as a link of a text may hold it; None for one that no text may link to (C5)."""
    settled = _parser().normalizeLink(address.strip())
    return settled if settled and _parser().validateLink(settled) else None


def rendered(
    text: str,
    file_address: FileAddress | None = None,
    *,
    site: str = "",
    frames: Frames | None = None,
) -> SafeString:
    """HTML of a Markdown text; headings begin at level 2, since the page's title is level 1.
    ``site``: where links to pages of this site lead when the text is read elsewhere; ``frames``:
    what of other sites this page may show in its place.

    A class reads the same replies at the same time, so short texts are remembered, each with the
    addresses that this reader's files resolve to.
    """
    known: tuple[tuple[str, Shown], ...] = ()
    if file_address is not None and (refs := set(_ANY_FILE.findall(text))):
        resolved = ((ref, file_address(ref)) for ref in sorted(refs))
        known = tuple(
            (ref, Shown(found) if isinstance(found, str) else found)
            for ref, found in resolved
            if found
        )
    # Only blocks hold words of ours, such as the size of a file.
    language = get_language() or "" if ":::" in text else ""
    make = _remembered if len(text) <= _SHORT else _made
    return make(text, known, tuple((frames or {}).items()), site, language)


@lru_cache(maxsize=1024)
def _remembered(
    text: str,
    known: tuple[tuple[str, Shown], ...],
    frames: tuple[tuple[str, Frame], ...],
    site: str,
    language: str,
) -> SafeString:
    return _made(text, known, frames, site, language)


def _made(
    text: str,
    known: tuple[tuple[str, Shown], ...],
    frames: tuple[tuple[str, Frame], ...],
    site: str,
    _: str,
) -> SafeString:
    found = tokens(text)
    files = dict(known)
    addresses = {ref: file.address for ref, file in known}
    for token in found:
        if token.type == "set_piece":
            html = blocks.html_of(token.meta["block"], files, dict(frames))
            token.type, token.content = "html_block", html
        if "tasks" in token.meta:
            token.attrs["class"] = "ot-tasks"
        if "box" in token.meta:
            token.attrs["data-checked"] = "true" if token.meta["box"] else "false"
        if token.type in {"heading_open", "heading_close"}:
            token.tag = _HEADING[token.tag]
        for child in token.children or ():
            _resolve(child, addresses, site)
    html = _parser().renderer.render(found, _parser().options, {})
    return _safe(html, is_framed=any(frame.address for _, frame in frames))


def _resolve(token: Any, addresses: dict[str, str], site: str) -> None:
    """Files get their address. A picture without one, such as a foreign one (I8), is its words."""
    name = {"image": "src", "link_open": "href"}.get(token.type)
    if name is None:
        return
    match = _FILE.match(str(token.attrs.get(name, "")))
    address = addresses.get(match.group(1)) if match else None
    if token.type == "image":
        if address is None:
            token.type, token.tag = "text", ""
            return
        token.attrs["loading"] = "lazy"
    if match:
        token.attrs[name] = address or "#"
    elif str(token.attrs.get(name, "")).startswith("/"):
        token.attrs[name] = f"{site}{token.attrs[name]}"


def _safe(html: str, *, is_framed: bool) -> SafeString:
    """Frames pass only where one was asked for; a text cannot make one."""
    cleaned = nh3.clean(
        html,
        tags=TAGS | {"iframe"} if is_framed else TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener ugc",
    )
    return mark_safe(cleaned)  # noqa: S308 - sanitised by the allow-list above


def plain(text: str) -> str:
    """Readable text without marks: for search, previews and word counts."""
    parts: list[str] = []
    for token in tokens(text):
        if token.type == "set_piece":
            parts.extend(f"{words} " for words in token.meta["block"].words)
        parts.extend(c.content if c.type != "softbreak" else " " for c in token.children or ())
        if token.type in {"paragraph_close", "heading_close", "td_close", "th_close"}:
            parts.append(" ")
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def headings(text: str) -> list[int]:
    """Heading levels in order, to warn on jumps (accessibility rule 9)."""
    return [int(t.tag[1]) for t in _parser().parse(text) if t.type == "heading_open"]


def link_words(text: str) -> list[str]:
    """The words of each link in order, "" for one without (accessibility rule 9). The description
    of a picture in a link counts as its words."""
    found: list[str] = []
    for token in _parser().parse(text):
        inside = False
        for child in token.children or ():
            if child.type == "link_open":
                inside = True
                found.append("")
            elif child.type == "link_close":
                inside = False
            elif inside:
                found[-1] += " " if child.type == "softbreak" else child.content
    return [" ".join(words.split()) for words in found]


def file_refs(text: str) -> set[str]:
    """Public ids of the files a text shows or links."""
    return set(re.findall(r"\(file:(fil_[0-9a-z]+)", text))


def set_pieces(text: str, kind: BlockKind) -> list[Block]:
    """The blocks of one kind in a text, in order."""
    if f":::{kind}" not in text:
        return []
    found = (token.meta["block"] for token in _parser().parse(text) if token.type == "set_piece")
    return [block for block in found if block.kind is kind]
