"""Blocks of a text that hold more than words: pictures side by side, a film, a file, something of
another site (T-10, T-17, X-52).

In Markdown they stand between two lines of three colons, as links and pictures that any reader of
Markdown shows::

    :::video
    [The mill at work](file:fil_a)
    ![The mill at work](file:fil_b)
    [English](file:fil_c)
    :::

The second line is the picture before it plays, the third its captions. What does not fit this form
to the letter is words and no block.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock


class BlockKind(StrEnum):
    GALLERY = "gallery"
    VIDEO = "video"
    FILE = "file"
    EMBED = "embed"


# A frame of another site runs its own scripts, as itself; it opens windows, and leads ours nowhere.
# ``credentialless``: browsers that know it send no cookies and keep none.
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-forms allow-presentation"
MAX_PIECES = 60  # pictures of one gallery
_OPEN = re.compile(r":::(gallery|video|file|embed)\s*")
_CLOSE = re.compile(r":::\s*")
_PIECE = re.compile(
    r"(!?)\[((?:\\.|[^\[\]\\])*)\]\((file:fil_[0-9a-z]+|https://[^\s()<>\\\"]+)\)\s*"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGN = re.compile(r"([\\`*_\[\]<>&~!])")
_FILE = re.compile(r"file:(fil_[0-9a-z]+)")
_WEB = re.compile(r"https://[^\s()<>\\\"]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader learns of a file: where its content is, and what kind of content."""

    address: str
    name: str = ""
    kind: str = ""
    size: int = 0
    small: str = ""  # address of the small picture


@dataclass(frozen=True, slots=True)
class Frame:
    """What of another site stands on the page: nothing before somebody asks for it (C7)."""

    number: int  # of the block in its text
    site: str  # its name
    host: str  # who learns of the reader
    address: str = ""  # of the frame, once it was asked for


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a block."""

    words: str
    address: str
    is_picture: bool = False

    @property
    def file(self) -> str:
        """The public id of the file, "" for an address of another site."""
        found = _FILE.fullmatch(self.address)
        return found[1] if found else ""

    @property
    def host(self) -> str:
        """The site of an address, as people name it."""
        return self.address.removeprefix("https://").split("/")[0].removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> list[str]:
        """What it says, for search and previews."""
        first = self.pieces if self.kind is BlockKind.GALLERY else self.pieces[:1]
        return [piece.words for piece in first if piece.words]


type Files = Mapping[str, Shown]
type Frames = Mapping[str, Frame]  # by the address in the text


def block_of(kind: str, pieces: list[Piece]) -> Block | None:
    """These pieces as a block; None when they do not make one."""
    if kind not in set(BlockKind) or not 0 < len(pieces) <= MAX_PIECES:
        return None
    fits = _FITS[BlockKind(kind)](pieces)
    return Block(BlockKind(kind), tuple(pieces)) if fits else None


def markdown(block: Block) -> str:
    """A block as it stands in the text."""
    lines = [
        f"{'!' if each.is_picture else ''}[{_SIGN.sub(_backslash, each.words)}]({each.address})"
        for each in block.pieces
    ]
    return "\n".join([f":::{block.kind}", *lines, ":::"])


def _backslash(found: re.Match[str]) -> str:
    return f"\\{found[1]}"


def _is_gallery(pieces: list[Piece]) -> bool:
    return all(each.is_picture and each.file for each in pieces)


def _is_video(pieces: list[Piece]) -> bool:
    """A film, then perhaps its picture, then perhaps its captions."""
    signs = "".join("!" if each.is_picture else "-" for each in pieces)
    return signs in {"-", "-!", "--", "-!-"} and all(each.file for each in pieces)


def _is_file(pieces: list[Piece]) -> bool:
    return len(pieces) == 1 and not pieces[0].is_picture and bool(pieces[0].file)


def _is_embed(pieces: list[Piece]) -> bool:
    one = len(pieces) == 1 and not pieces[0].is_picture
    return one and bool(_WEB.fullmatch(pieces[0].address))


_FITS: dict[BlockKind, Callable[[list[Piece]], bool]] = {
    BlockKind.GALLERY: _is_gallery,
    BlockKind.VIDEO: _is_video,
    BlockKind.FILE: _is_file,
    BlockKind.EMBED: _is_embed,
}


def read_blocks(parser: MarkdownIt) -> None:
    """Teach a parser of Markdown these blocks: tokens ``set_piece`` with ``meta["block"]``."""
    alt = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "set_piece", _rule, {"alt": alt})


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - its form
    opened = None if state.is_code_block(start) else _OPEN.fullmatch(_line(state, start))
    if not opened:
        return False
    lines = _lines(state, start + 1, end)
    found = [_PIECE.fullmatch(line) for line in lines or ()]
    pieces = [Piece(_ESCAPED.sub(r"\1", each[2]), each[3], bool(each[1])) for each in found if each]
    block = block_of(opened[1], pieces) if len(pieces) == len(found) else None
    if block is None:
        return False
    if not silent:
        state.line = start + len(pieces) + 2
        token = state.push("set_piece", "", 0)
        token.map, token.meta = [start, state.line], {"block": block}
    return True


def _lines(state: StateBlock, start: int, end: int) -> list[str] | None:
    """The lines up to the closing one; None when it does not come."""
    lines: list[str] = []
    for number in range(start, min(end, start + MAX_PIECES + 1)):
        if state.sCount[number] < state.blkIndent:
            return None
        line = _line(state, number)
        if _CLOSE.fullmatch(line):
            return lines
        lines.append(line)
    return None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def html_of(block: Block, files: Files, frames: Frames) -> SafeString:
    """What readers see; a file they may not open is its words."""
    if block.kind is BlockKind.EMBED:
        return _embed(block.pieces[0], frames.get(block.pieces[0].address))
    return _HTML[block.kind](block, files)


def _gallery(block: Block, files: Files) -> SafeString:
    def one(piece: Piece) -> SafeString:
        file = files.get(piece.file)
        if file is None:
            return format_html("<p>{}</p>", piece.words)
        return format_html(
            '<a href="{}"><img src="{}" alt="{}" loading="lazy"></a>',
            file.address,
            file.small or file.address,
            piece.words,
        )

    inside = format_html_join("", "{}", ((one(piece),) for piece in block.pieces))
    return format_html('<div class="ot-gallery">{}</div>\n', inside)


def _video(block: Block, files: Files) -> SafeString:
    """A film with its own player; nothing of it is loaded before somebody presses (H15)."""
    film, *others = block.pieces
    file = files.get(film.file)
    if file is None or file.kind not in {"", "video"}:
        return _file(block, files)
    picture = next((files.get(each.file) for each in others if each.is_picture), None)
    said = next((each for each in others if not each.is_picture), None)
    captions = files.get(said.file) if said else None
    return format_html(
        '<figure class="ot-film"><video controls preload="none"{} src="{}">{}</video>'
        "<figcaption>{} {}</figcaption></figure>\n",
        format_html(' poster="{}"', picture.small or picture.address) if picture else "",
        file.address,
        format_html(
            '<track kind="captions" src="{}" label="{}" default>',
            captions.address,
            (said.words if said else "") or pgettext("blocks", "Captions"),
        )
        if captions
        else "",
        film.words,
        _save(file),
    )


def _save(file: Shown) -> SafeString:
    words = pgettext("blocks", "Film")
    facts = f"{words}, {filesizeformat(file.size)}" if file.size else words
    return format_html('<a class="ot-film__save" href="{}">{}</a>', _download(file), facts)


def _download(file: Shown) -> str:
    """The address under which a browser saves the file; in a box it lies beside the text."""
    if not file.address.startswith("/"):
        return file.address
    return f"{file.address}{'&' if '?' in file.address else '?'}download=1"


def _file(block: Block, files: Files) -> SafeString:
    piece = block.pieces[0]
    file = files.get(piece.file)
    if file is None:
        return format_html("<p>{}</p>\n", piece.words)
    ending = file.name.rpartition(".")[2] if "." in file.name else ""
    return format_html(
        '<p class="ot-attached"><a href="{}"><span class="ot-attached__kind">{}</span> '
        '<span class="ot-attached__name">{}</span>{}</a></p>\n',
        file.address,
        ending[:5].upper() or pgettext("blocks", "File"),
        piece.words or file.name,
        format_html(' <span class="ot-attached__size">{}</span>', filesizeformat(file.size))
        if file.size
        else "",
    )


def _embed(piece: Piece, frame: Frame | None) -> SafeString:
    """A link; from a site on the list of the centre also the thing itself, when it is asked for."""
    return format_html(
        '<figure class="ot-embed"{}>{}<figcaption><a href="{}">{}</a> '
        '<span class="ot-embed__site">{}</span></figcaption></figure>\n',
        format_html(' id="embed-{}"', frame.number) if frame else "",
        (_face(piece, frame) if not frame.address else _framed(piece, frame)) if frame else "",
        piece.address,
        piece.words or piece.address,
        piece.host,
    )


def _face(piece: Piece, frame: Frame) -> SafeString:
    told = pgettext(
        "blocks", "Nothing is loaded before you press. Then {host} learns that you look."
    )
    return format_html(
        '<div class="ot-embed__face"><p><a class="ot-button ot-button--primary" '
        'href="?show={}#embed-{}">{}<span class="ot-hidden"> {}</span></a></p><p>{}</p></div>',
        frame.number,
        frame.number,
        pgettext("blocks", "Show it here ({site})").format(site=frame.site),
        piece.words,
        told.format(host=frame.host),
    )


def _framed(piece: Piece, frame: Frame) -> SafeString:
    return format_html(
        '<iframe src="{}" title="{}" sandbox="{}" allow="fullscreen" '
        'referrerpolicy="strict-origin-when-cross-origin" credentialless></iframe>',
        frame.address,
        piece.words or frame.site,
        SANDBOX,
    )


_HTML: dict[BlockKind, Callable[[Block, Files], SafeString]] = {
    BlockKind.GALLERY: _gallery,
    BlockKind.VIDEO: _video,
    BlockKind.FILE: _file,
}
