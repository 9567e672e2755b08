"""The tree of an editor as Markdown: what is written can be read back as the same tree.

Marks that Markdown cannot say there (bold that ends in a full stop inside a word) are left out;
words never are.
"""

import re

from opentwinning.core import blocks as rich_blocks
from opentwinning.core import richtext
from opentwinning.core.livetext.edges import loosened
from opentwinning.core.livetext.reading import Node, beginning, ordered, tree_of
from opentwinning.core.livetext.setpieces import SET_PIECES, block_from, node_of

_ALWAYS = re.compile(r"([\\`*\[\]<>~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r"^(\s*)([-+#=|]|\d{1,9}[.)]|:::)", re.MULTILINE)
_SIGNS = {"bold": "**", "italic": "*", "strike": "~~"}
_LISTS = {"bulletList", "taskList", "orderedList"}


def markdown_of(blocks: list[Node]) -> str:
    """Markdown of a tree; it ends without an empty line."""
    return _settled(_written(blocks), blocks)


def _settled(text: str, blocks: list[Node]) -> str:
    """The text, if it reads back as these blocks; else each block that does not is written
    without its marks."""
    if _same(text, blocks):
        return text
    parts = [block if _same(_written([block]), [block]) else _bare(block) for block in blocks]
    return _written(parts)


def _same(text: str, blocks: list[Node]) -> bool:
    return tree_of(text) == normal(blocks)


def normal(blocks: list[Node]) -> list[Node]:
    """A tree as Markdown can hold it: no empty paragraphs between blocks, marks in one order."""
    return [_normal(block) for block in blocks if not _is_empty(block)]


def _is_empty(node: Node) -> bool:
    if node["type"] in SET_PIECES:
        return block_from(node) is None
    return node["type"] in {"paragraph", "heading"} and not _trimmed(node.get("content", []))


def _normal(node: Node) -> Node:
    kind, content = node["type"], node.get("content", [])
    if kind in {"paragraph", "heading"}:
        return _with(_plain_attrs(node), _joined(_trimmed(content)))
    if kind in {"text", "image", "hardBreak", *SET_PIECES} or not content:
        block = block_from(node)
        return node_of(block) if block else _plain_attrs(node)
    if kind in {"listItem", "taskItem"}:
        return {**_plain_attrs(node), "content": beginning(normal(content))}
    if kind == "table":
        return {"type": "table", "content": _rows(content)}
    if kind == "codeBlock":
        return _with(_plain_attrs(node), _joined(content))
    inside = normal(content) if kind == "blockquote" else [_normal(c) for c in content]
    return {**_plain_attrs(node), "content": inside or [{"type": "paragraph"}]}


def _rows(rows: list[Node]) -> list[Node]:
    """Every row as wide as the first; the first one holds the headings."""
    wide = max((len(row.get("content", [])) for row in rows), default=0)
    made = []
    for number, row in enumerate(rows):
        kind = "tableCell" if number else "tableHeader"
        cells = [_cell(kind, cell) for cell in row.get("content", [])]
        cells += [{"type": kind, "content": [{"type": "paragraph"}]}] * (wide - len(cells))
        made.append({"type": "tableRow", "content": cells})
    return made


def _cell(kind: str, cell: Node) -> Node:
    words: list[Node] = []
    for paragraph in cell.get("content", []):
        gap = [{"type": "text", "text": " "}] if words else []
        words += gap + paragraph.get("content", [])
    flat = [{"type": "text", "text": " "} if w["type"] == "hardBreak" else w for w in words]
    return {"type": kind, "content": [_with({"type": "paragraph"}, _joined(_trimmed(flat)))]}


def _plain_attrs(node: Node) -> Node:
    kept = {"type": node["type"]}
    attrs = {
        name: value
        for name, value in node.get("attrs", {}).items()
        if name in _ATTRS.get(node["type"], ()) and value is not None
    }
    if attrs:
        kept["attrs"] = attrs
    if node["type"] == "text":
        kept["text"] = node["text"]
    if marks := ordered([mark for mark in map(_mark, node.get("marks", ())) if mark]):
        kept["marks"] = marks
    return kept


def _mark(mark: Node) -> Node | None:
    """A mark; a link only where it leads somewhere a text may lead to."""
    if mark["type"] != "link":
        return {"type": mark["type"]}
    attrs = mark.get("attrs") or {}
    address = richtext.link_address(str(attrs.get("href") or ""))
    if address is None:
        return None
    title = " ".join(str(attrs.get("title") or "").split())
    return {"type": "link", "attrs": {"href": address} | ({"title": title} if title else {})}


_ATTRS = {
    "heading": ("level",),
    "orderedList": ("start",),
    "taskItem": ("checked",),
    "codeBlock": ("language",),
    "image": ("src", "alt", "title"),
}


def _with(node: Node, content: list[Node]) -> Node:
    return {**node, "content": content} if content else node


def _trimmed(content: list[Node]) -> list[Node]:
    """Without the blank space that Markdown drops: at the ends, and around the breaks of lines."""
    lines: list[list[Node]] = [[]]
    for node in content:
        if node["type"] == "hardBreak":
            lines.append([])
        else:
            lines[-1].append(_plain_attrs(node))
    kept = [line for line in (_stripped(line) for line in lines) if line]
    found: list[Node] = []
    for line in kept:
        found += ([{"type": "hardBreak"}] if found else []) + loosened(line)
    return found


def _stripped(line: list[Node]) -> list[Node]:
    line = [
        {**node, "text": re.sub(r"[\n\r\t\v\f]", " ", node["text"])}
        if node["type"] == "text"
        else node
        for node in line
    ]
    while line and line[0]["type"] == "text" and not line[0]["text"].strip():
        line = line[1:]
    while line and line[-1]["type"] == "text" and not line[-1]["text"].strip():
        line = line[:-1]
    if line and line[0]["type"] == "text":
        line = [{**line[0], "text": line[0]["text"].lstrip()}, *line[1:]]
    if line and line[-1]["type"] == "text":
        line = [*line[:-1], {**line[-1], "text": line[-1]["text"].rstrip()}]
    return line


def _joined(content: list[Node]) -> list[Node]:
    found: list[Node] = []
    for node in content:
        last = found[-1] if found else None
        if (
            last
            and node["type"] == last["type"] == "text"
            and node.get("marks") == last.get("marks")
        ):
            found[-1] = {**last, "text": last["text"] + node["text"]}
        elif node["type"] != "text" or node["text"]:
            found.append(node)
    return found


def _bare(block: Node) -> Node:
    """A block without marks; what it says stays."""
    if "content" in block:
        return {**block, "content": [_bare(child) for child in block["content"]]}
    return {name: value for name, value in block.items() if name != "marks"}


def _written(blocks: list[Node]) -> str:
    parts: list[str] = []
    other, last = False, ""
    for block in blocks:
        if _is_empty(block):
            continue
        kind = "bullets" if block["type"] in {"bulletList", "taskList"} else block["type"]
        # Two lists that follow each other are two only when their signs differ.
        other = not other if kind == last and block["type"] in _LISTS else False
        parts.append(_block(block, other=other))
        last = kind
    return "\n\n".join(parts)


def _block(node: Node, *, other: bool = False) -> str:
    content = node.get("content", [])
    if block := block_from(node):
        return rich_blocks.markdown(block)
    match node["type"]:
        case "heading":
            level = int(node["attrs"]["level"])
            return f"{'#' * level} {_words(content).replace(chr(10), ' ')}"
        case "blockquote":
            return "\n".join(f"> {ln}" if ln else ">" for ln in _written(content).split("\n"))
        case "bulletList" | "taskList" | "orderedList":
            return _list(node, other=other)
        case "codeBlock" | "table" | "horizontalRule":
            return _set_piece(node)
    return _words(content)


def _set_piece(node: Node) -> str:
    if node["type"] == "table":
        return _table(_rows(node.get("content", [])))
    # Dashes behind the sign of a list would swallow it.
    return "___" if node["type"] == "horizontalRule" else _fenced(node)


def _fenced(node: Node) -> str:
    text = "".join(child.get("text", "") for child in node.get("content", []))
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = re.sub(r"[\s`]", "", str((node.get("attrs") or {}).get("language") or ""))
    return f"{fence}{language}\n{text}\n{fence}"


def _table(rows: list[Node]) -> str:
    lines = []
    for number, row in enumerate(rows):
        cells = [
            _words(c["content"][0].get("content", [])).replace("|", r"\|") for c in row["content"]
        ]
        lines.append(f"| {' | '.join(cells)} |")
        if not number:
            lines.append(f"|{' --- |' * len(cells)}")
    return "\n".join(lines)


def _list(node: Node, *, other: bool) -> str:
    start = int((node.get("attrs") or {}).get("start") or 1)
    parts = []
    for number, item in enumerate(node.get("content", [])):
        if node["type"] == "orderedList":
            sign = f"{start + number}{')' if other else '.'} "
        else:
            sign = "* " if other else "- "
        parts.append(_item(item, sign))
    return "\n".join(parts)


def _item(item: Node, sign: str) -> str:
    checked = (item.get("attrs") or {}).get("checked")
    box = ("[x] " if checked else "[ ] ") if item["type"] == "taskItem" else ""
    first, *rest = beginning([b for b in item.get("content", []) if not _is_empty(b)])
    text = box + _words(first.get("content", []))
    if below := _written(rest):
        text = below if not text else text + ("\n" if _follows(rest) else "\n\n") + below
    indent = " " * len(sign)
    lines = [line if not line else indent + line for line in text.split("\n")]
    return sign + "\n".join(lines).lstrip(" ") if text.strip() else sign.rstrip()


def _follows(rest: list[Node]) -> bool:
    """Whether the blocks can stand directly below a line of words: one list that begins plainly."""
    if len(rest) != 1 or rest[0]["type"] not in _LISTS:
        return False
    first = rest[0]["content"][0].get("content", [])[:1]
    return (
        bool(first)
        and not _is_empty(first[0])
        and int((rest[0].get("attrs") or {}).get("start") or 1) == 1
    )


def _words(content: list[Node]) -> str:
    """One paragraph; each of its lines is safe at the beginning of a line."""
    pieces = _joined(_trimmed(content))
    return _LINE_START.sub(_guard, _marked(pieces, ()))


def _guard(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign[:-1]}\\{sign[-1]}"


def _marked(pieces: list[Node], open_marks: tuple[str, ...]) -> str:
    """Pieces that share a mark stand inside one pair of its signs; the longest run is outside."""
    text, at = "", 0
    while at < len(pieces):
        mark, length = _longest(pieces[at:], open_marks)
        inside, at = pieces[at : at + length], at + length
        if mark is None:
            text += _piece(inside[0])
            continue
        words = _marked(inside, (*open_marks, mark["type"]))
        link = mark["type"] == "link"
        text += _linked(words, mark["attrs"]) if link else _signed(words, _SIGNS[mark["type"]])
    return text


def _longest(pieces: list[Node], open_marks: tuple[str, ...]) -> tuple[Node | None, int]:
    """The mark of the first piece that runs furthest, and for how many pieces."""
    best: Node | None = None
    furthest = 1
    for mark in pieces[0].get("marks", ()):
        if mark["type"] in {*open_marks, "code"}:
            continue
        length = next(
            (i for i, p in enumerate(pieces) if mark not in p.get("marks", ())), len(pieces)
        )
        if best is None or length > furthest:
            best, furthest = mark, length
    return best, furthest


def _signed(words: str, sign: str) -> str:
    """Signs stand at words, not at blanks."""
    core = words.strip()
    if not core:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{sign}{core}{sign}{after}"


def _linked(words: str, attrs: dict[str, str]) -> str:
    return f"[{words}]({_target(attrs.get('href', ''), attrs.get('title', ''))})"


def _target(address: str, title: str) -> str:
    if re.search(r"[\s()<>]", address) or not address:
        address = "<" + re.sub(r"([<>\\])", r"\\\1", address.replace("\n", "")) + ">"
    if not title:
        return address
    escaped = re.sub(r'(["\\])', r"\\\1", " ".join(title.split()))
    return f'{address} "{_ENTITY.sub("&amp;", escaped)}"'


def _piece(piece: Node) -> str:
    if piece["type"] == "hardBreak":
        return "\n"
    if piece["type"] == "image":
        attrs = piece.get("attrs", {})
        target = _target(str(attrs.get("src", "")), str(attrs.get("title") or ""))
        return f"![{_escaped(str(attrs.get('alt') or ''))}]({target})"
    if any(mark["type"] == "code" for mark in piece.get("marks", ())):
        return _coded(piece["text"])
    return _escaped(piece["text"])


def _coded(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escaped(text: str) -> str:
    text = _ALWAYS.sub(r"\\\1", text)
    text = _ENTITY.sub("&amp;", text)
    return _UNDERSCORE.sub(r"\\_", text)
