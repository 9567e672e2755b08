"""What a new page can begin with: a title and headings to write under, in the writer's language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

_TEMPLATES = Path(__file__).parent.parent / "templates.toml"
_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Start:
    """A template of a page; ``key`` is the same in every language."""

    key: str
    title: str
    text: str


def starts() -> Mapping[str, Start]:
    """By key, in their order; English where a language has none of its own."""
    written = _written()
    language = (get_language() or _FALLBACK).split("-")[0]
    return written[_FALLBACK] | written.get(language, {})


@cache
def _written() -> dict[str, dict[str, Start]]:
    read = tomllib.loads(_TEMPLATES.read_text(encoding="utf-8"))
    return {
        language: {
            key: Start(key, each["title"], each["text"].strip()) for key, each in them.items()
        }
        for language, them in read.items()
    }
