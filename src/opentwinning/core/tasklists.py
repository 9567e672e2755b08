"""Lists to tick off in Markdown: each item begins with a box, ``- [x] done``."""

import re

from markdown_it.token import Token

_BOX = re.compile(r"\[([ xX])\](?: |$)")


def find_tasks(tokens: list[Token]) -> None:
    """Mark them: ``meta["tasks"]`` of the list, ``meta["box"]`` of its items; the boxes go."""
    lists: list[tuple[Token, list[tuple[Token, Token | None]]]] = []
    for at, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append((token, []))
        elif token.type == "list_item_open":
            lists[-1][1].append((token, _first_words(tokens, at)))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            opened, items = lists.pop()
            if opened.type == "bullet_list_open" and all(words for _, words in items):
                _mark_tasks(opened, items)


def _first_words(tokens: list[Token], at: int) -> Token | None:
    """The text an item begins with, when it begins with a box."""
    if at + 2 >= len(tokens) or tokens[at + 1].type != "paragraph_open":
        return None
    return tokens[at + 2] if _BOX.match(tokens[at + 2].content) else None


def _mark_tasks(opened: Token, items: list[tuple[Token, Token | None]]) -> None:
    opened.meta["tasks"] = True
    for item, words in items:
        if words is None or not words.children:
            continue
        first = words.children[0]
        item.meta["box"] = first.content[1] in "xX"
        first.content = first.content[4:]
