"""Markdown as the tree of nodes that the editor knows (its own JSON form).

A node is ``{"type", "attrs"?, "content"?}``, a piece of text ``{"type", "text", "marks"?}``.
The names are the editor's: ``together/schema.js`` lists the same.
"""

from collections.abc import Callable, Iterator
from typing import Any

from markdown_it.token import Token

from opentwinning.core import richtext
from opentwinning.core.livetext.setpieces import node_of

type Node = dict[str, Any]
type Maker = Callable[[Token, Iterator[Token]], Node]

MARKS = {"strong": "bold", "em": "italic", "s": "strike"}
_THROUGH = {"thead_open", "tbody_open", "thead_close", "tbody_close"}


def tree_of(text: str) -> list[Node]:
    """The blocks of a Markdown text; an empty text has none."""
    return _blocks(iter(richtext.tokens(text)))


def _blocks(tokens: Iterator[Token]) -> list[Node]:
    found: list[Node] = []
    for token in tokens:
        if token.type in _THROUGH:
            continue
        if token.nesting < 0:
            break
        node = _block(token, tokens)
        if node is not None:
            found.append(node)
    return found


def _block(token: Token, tokens: Iterator[Token]) -> Node | None:
    make = _MAKERS.get(token.type)
    return make(token, tokens) if make else None


def _within(kind: str) -> Maker:
    return lambda _, tokens: {"type": kind, "content": _blocks(tokens)}


def _list(token: Token, tokens: Iterator[Token]) -> Node:
    if token.type == "ordered_list_open":
        start = int(token.attrGet("start") or 1)
        return {"type": "orderedList", "attrs": {"start": start}, "content": _blocks(tokens)}
    kind = "taskList" if token.meta.get("tasks") else "bulletList"
    return {"type": kind, "content": _blocks(tokens)}


def _cell(token: Token, tokens: Iterator[Token]) -> Node:
    kind = "tableHeader" if token.type == "th_open" else "tableCell"
    return {"type": kind, "content": [_paragraph(_blocks(tokens))]}


def _quote(_: Token, tokens: Iterator[Token]) -> Node:
    return {"type": "blockquote", "content": _blocks(tokens) or [{"type": "paragraph"}]}


def _item(token: Token, content: list[Node]) -> Node:
    if "box" not in token.meta:
        return {"type": "listItem", "content": content}
    return {"type": "taskItem", "attrs": {"checked": token.meta["box"]}, "content": content}


def _heading(level: int, inside: list[Node]) -> Node:
    content = inside[0]["content"] if inside else []
    return _with({"type": "heading", "attrs": {"level": min(max(level, 2), 4)}}, content)


def _paragraph(inside: list[Node]) -> Node:
    return _with({"type": "paragraph"}, inside[0]["content"] if inside else [])


def _with(node: Node, content: list[Node]) -> Node:
    return {**node, "content": content} if content else node


def beginning(content: list[Node]) -> list[Node]:
    """An item of a list begins with a paragraph; the editor knows no other."""
    if not content or content[0]["type"] != "paragraph":
        return [{"type": "paragraph"}, *content]
    return content


def _code(token: Token) -> Node:
    text = token.content.removesuffix("\n")
    language = token.info.split()[0] if token.info.strip() else ""
    node: Node = {"type": "codeBlock"} | ({"attrs": {"language": language}} if language else {})
    return _with(node, [{"type": "text", "text": text}] if text else [])


def _inline(token: Token) -> list[Node]:
    found: list[Node] = []
    marks: list[Node] = []
    for child in token.children or ():
        if child.type in {"text", "text_special", "code_inline", "html_inline"}:
            _add(found, child, marks)
        elif child.type in {"softbreak", "hardbreak"}:
            found.append({"type": "hardBreak"})
        elif child.type == "image":
            found.append(_image(child, marks))
        elif child.type == "link_open":
            marks.append(_mark("link", href=child.attrGet("href"), title=child.attrGet("title")))
        elif child.nesting > 0:
            marks.append(_mark(MARKS[child.tag]))
        elif child.nesting < 0:
            marks.pop()
    return found


def _mark(kind: str, **attrs: Any) -> Node:
    given = {name: value for name, value in attrs.items() if value}
    return {"type": kind, "attrs": given} if given else {"type": kind}


def _image(child: Token, marks: list[Node]) -> Node:
    alt = "".join(part.content for part in child.children or ())
    attrs = {"src": child.attrGet("src"), "alt": alt, "title": child.attrGet("title")}
    node: Node = {"type": "image", "attrs": {k: v for k, v in attrs.items() if v}}
    return {**node, "marks": ordered(marks)} if marks else node


def _add(found: list[Node], child: Token, marks: list[Node]) -> None:
    if not child.content:
        return
    own = [*marks, {"type": "code"}] if child.type == "code_inline" else marks
    node: Node = {"type": "text", "text": child.content}
    if own:
        node["marks"] = ordered(own)
    last = found[-1] if found else None
    if last and last["type"] == "text" and last.get("marks") == node.get("marks"):
        last["text"] += child.content
    else:
        found.append(node)


def ordered(marks: list[Node]) -> list[Node]:
    """Each mark once, in one order, since nesting them otherwise looks the same."""
    rank = ("link", "bold", "italic", "strike", "code")
    last = {mark["type"]: mark for mark in marks if mark["type"] in rank}
    return sorted(last.values(), key=lambda mark: rank.index(mark["type"]))


_MAKERS: dict[str, Maker] = {
    "inline": lambda token, _: {"type": "inline", "content": _inline(token)},
    "heading_open": lambda token, tokens: _heading(int(token.tag[1]), _blocks(tokens)),
    "paragraph_open": lambda _, tokens: _paragraph(_blocks(tokens)),
    "blockquote_open": _quote,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "list_item_open": lambda token, tokens: _item(token, beginning(_blocks(tokens))),
    "table_open": _within("table"),
    "tr_open": _within("tableRow"),
    "th_open": _cell,
    "td_open": _cell,
    "fence": lambda token, _: _code(token),
    "code_block": lambda token, _: _code(token),
    "hr": lambda *_: {"type": "horizontalRule"},
    "set_piece": lambda token, _: node_of(token.meta["block"]),
}
