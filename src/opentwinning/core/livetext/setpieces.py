"""Blocks that hold more than words (``core/blocks.py``) as nodes of the editor, and back."""

from typing import Any

from opentwinning.core.blocks import Block, BlockKind, Piece, block_of

SET_PIECES = frozenset(str(kind) for kind in BlockKind)
type Node = dict[str, Any]


def node_of(block: Block) -> Node:
    """The node the editor knows a block by."""
    if block.kind is BlockKind.GALLERY:
        return {"type": "gallery", "content": [_picture(piece) for piece in block.pieces]}
    first, *others = block.pieces
    attrs = {"src": first.address, "title": first.words}
    for piece in others:
        if piece.is_picture:
            attrs["poster"] = piece.address
        else:
            attrs |= {"captions": piece.address, "spoken": piece.words}
    return {
        "type": str(block.kind),
        "attrs": {name: value for name, value in attrs.items() if value},
    }


def _picture(piece: Piece) -> Node:
    attrs = {"src": piece.address, "alt": piece.words}
    return {"type": "image", "attrs": {name: value for name, value in attrs.items() if value}}


def block_from(node: Node) -> Block | None:
    """What a node of the editor holds; None for another node, and for one that holds nothing. Its
    values come from a browser and may be anything."""
    kind = node.get("type")
    if kind not in SET_PIECES:
        return None
    if kind == BlockKind.GALLERY:
        inside = [child for child in node.get("content", []) if child.get("type") == "image"]
        pieces = [Piece(*_said(child, "alt", "src"), is_picture=True) for child in inside]
        return block_of(kind, [piece for piece in pieces if piece.file])
    title, address = _said(node, "title", "src")
    pieces = [Piece(title, address)]
    if kind == BlockKind.VIDEO:
        spoken, captions = _said(node, "spoken", "captions")
        poster = _said(node, "poster", "poster")[1]
        pieces += [Piece(title, poster, is_picture=True)] if Piece("", poster).file else []
        pieces += [Piece(spoken, captions)] if Piece("", captions).file else []
    return block_of(str(kind), pieces)


def _said(node: Node, words: str, address: str) -> tuple[str, str]:
    attrs = node.get("attrs") or {}
    line = " ".join(str(attrs.get(words) or "").split())
    return line, str(attrs.get(address) or "").strip()
