"""A name given inside one block of a template is empty in another: buttons vanish in silence."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
TEMPLATES = sorted(SOURCE.rglob("*.html"))
TAG = re.compile(r"{%\s*(.*?)\s*%}|{{\s*(.*?)\s*}}", re.DOTALL)
GIVEN = re.compile(r"\bas(?:var)?\s+(\w+)")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
WORD = re.compile(r"(?<![\w.|:])([a-z_]\w*)(?!\w|=)")


def names(text: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What each outer block gives names to by url and translate tags, and the words it uses."""
    given: dict[str, set[str]] = {}
    used: dict[str, set[str]] = {}
    blocks: list[str] = []
    for tag, variable in TAG.findall(text):
        words = tag or variable
        if tag.startswith("block "):
            blocks.append(tag.split()[1])
            continue
        if re.match(r"endblock(\s|$)", tag):
            blocks.pop()
        block = blocks[0] if blocks else ""
        if re.match(r"(url|translate|blocktranslate)\s", tag):
            given.setdefault(block, set()).update(GIVEN.findall(words))
        used.setdefault(block, set()).update(WORD.findall(QUOTED.sub("", GIVEN.sub("", words))))
    return given, used


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_names_are_used_in_the_block_that_gives_them(path: Path) -> None:
    given, used = names(path.read_text(encoding="utf-8"))

    lost = {
        f"{name}: given in {giver}, used in {block}"
        for giver, its in given.items()
        for block, words in used.items()
        for name in its & words - given.get(block, set())
        if giver and block and giver != block
    }

    assert lost == set()


def test_a_lost_name_is_noticed() -> None:
    text = '{% block a %}{% url "x" as to %}{% endblock %}{% block b %}{{ to }}{% endblock %}'
    given, used = names(text)

    assert given == {"a": {"to"}}
    assert "to" in used["b"]
