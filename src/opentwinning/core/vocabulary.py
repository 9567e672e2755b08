"""Closed word lists used all over the product, and the names of countries and languages.

How to use it::

    from opentwinning.core.vocabulary import choices, country_name, language_name, subjects, term

    subjects()  # tuple of Term, in the order of the file
    term("subjects", "biology").name("sl")  # "Biologija"; English where a language is missing
    term("subjects", "biology").label  # the same in the language active now
    labels("subjects", ["art", "music"])  # names in the active language, unknown ids left out
    country_name("SI", "da")  # "Slovenien", from the Unicode CLDR
    language_name("el", "ro")  # "greacă"
    language_autonym("el")  # "Ελληνικά": how its own readers call it
    countries()
    languages()  # the ISO codes we offer


    class ProfileForm(forms.Form):  # labels and order follow the reader at render time
        subjects = forms.MultipleChoiceField(choices=choices("subjects"))
        country = forms.ChoiceField(choices=choices("countries", empty="Choose a country"))

Kinds: ``subjects``, ``ages``, ``professions``, ``topics``, ``tools``, ``countries``, ``languages``.
Identifiers are stable, lower-case ASCII (countries upper-case), at most 32 characters long. Store
identifiers, never names. ``is_known(kind, id)`` tells whether an identifier exists.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, override

from babel import Locale
from babel.core import UnknownLocaleError
from django.utils.choices import BaseChoiceIterator
from django.utils.functional import Promise
from django.utils.translation import get_language

from opentwinning.core.collation import collation_key

type Kind = Literal["subjects", "ages", "professions", "topics", "tools", "countries", "languages"]

FALLBACK_LANGUAGE = "en"
_FOLDER = Path(__file__).parent / "vocab"
_IN_GIVEN_ORDER: frozenset[str] = frozenset({"ages", "professions"})


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a closed list: a stable identifier and its names by language code."""

    id: str
    names: dict[str, str] = field(hash=False)

    def name(self, language: str) -> str:
        """Name in ``language``; ``"pt-br"`` falls back to ``"pt"``, then to English."""
        for code in (language, language.split("-", maxsplit=1)[0], FALLBACK_LANGUAGE):
            if code in self.names:
                return self.names[code]
        return self.id

    @property
    def label(self) -> str:
        """Name in the language active now."""
        return self.name(_reader_language())

    @override
    def __str__(self) -> str:
        return self.label


@cache
def terms(kind: str) -> tuple[Term, ...]:
    """All terms of a stored list, in file order. Raises ``KeyError`` for an unknown kind."""
    path = _FOLDER / f"{kind}.toml"
    if kind == "codes" or not path.is_file():
        raise KeyError(kind)
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Term(id=key, names=names) for key, names in listed.items())


def subjects() -> tuple[Term, ...]:
    """School subjects."""
    return terms("subjects")


def ages() -> tuple[Term, ...]:
    """Age bands of pupils, youngest first (in years)."""
    return terms("ages")


def professions() -> tuple[Term, ...]:
    """What an educator can be at school (A-05 to A-12)."""
    return terms("professions")


def topics() -> tuple[Term, ...]:
    """Interest topics."""
    return terms("topics")


def tools() -> tuple[Term, ...]:
    """Kinds of digital tools."""
    return terms("tools")


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    listed = tomllib.loads((_FOLDER / "codes.toml").read_text(encoding="utf-8"))
    return {kind: tuple(codes) for kind, codes in listed.items()}


def countries() -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 codes of the countries we offer."""
    return _codes()["countries"]


def languages() -> tuple[str, ...]:
    """ISO 639 codes of the working languages we offer."""
    return _codes()["languages"]


@cache
def _term_by_id(kind: str) -> dict[str, Term]:
    return {each.id: each for each in terms(kind)}


def term(kind: str, term_id: str) -> Term:
    """One term by its identifier. Raises ``KeyError`` when there is none."""
    return _term_by_id(kind)[term_id]


def is_known(kind: Kind, term_id: str) -> bool:
    """Whether the identifier belongs to the list."""
    codes = _codes().get(kind)
    return term_id in (_term_by_id(kind) if codes is None else codes)


def label(kind: Kind, term_id: str, language: str | None = None) -> str:
    """Name of one identifier for a reader (default: the active language); unknown ids stay."""
    reader = language or _reader_language()
    if kind == "countries":
        return country_name(term_id, reader)
    if kind == "languages":
        return language_name(term_id, reader)
    found = _term_by_id(kind).get(term_id)
    return found.name(reader) if found else term_id


def labels(kind: Kind, term_ids: Iterable[str], language: str | None = None) -> list[str]:
    """Names of several identifiers, in the given order; identifiers we do not know are left out."""
    return [label(kind, each, language) for each in term_ids if is_known(kind, each)]


def country_name(code: str, language: str) -> str:
    """Name of a country for readers of ``language``; the code itself when CLDR has no name."""
    return _name_in(_territories, code.upper(), language)


def language_name(code: str, language: str) -> str:
    """Name of a language for readers of ``language``; the code itself when CLDR has no name."""
    return _name_in(_languages, code.replace("-", "_"), language)


def language_autonym(code: str) -> str:
    """How its own readers call a language, with a capital as in a menu: "Slovenščina"."""
    own = language_name(code, code)
    return own[:1].upper() + own[1:]


@cache
def sorted_ids(kind: Kind, language: str) -> tuple[str, ...]:
    """Identifiers in the order a reader of ``language`` expects."""
    codes = _codes().get(kind)
    listed = tuple(_term_by_id(kind)) if codes is None else codes
    if kind in _IN_GIVEN_ORDER:
        return listed
    return tuple(
        sorted(listed, key=lambda each: collation_key(label(kind, each, language), language))
    )


class _Choices(BaseChoiceIterator):
    """Choices made anew each time they are shown: the language of the reader decides."""

    def __init__(self, kind: Kind, empty: str | Promise | None, only: Iterable[str] | None) -> None:
        self.kind = kind
        self.empty = empty
        self.only = None if only is None else frozenset(only)

    @override
    def __iter__(self) -> Iterator[tuple[str, str]]:
        reader = _reader_language()
        if self.empty is not None:
            yield "", str(self.empty)
        for each in sorted_ids(self.kind, reader):
            if self.only is None or each in self.only:
                name = label(self.kind, each, reader)
                yield each, name[:1].upper() + name[1:]


def choices(
    kind: Kind, *, empty: str | Promise | None = None, only: Iterable[str] | None = None
) -> _Choices:
    """Choices for a form field, named and sorted for the reader at render time.

    ``empty`` adds a first choice without value (its text may be lazy); ``only`` keeps some ids.
    """
    return _Choices(kind, empty, only)


def _reader_language() -> str:
    return get_language() or FALLBACK_LANGUAGE


def _territories(locale: Locale) -> dict[str, str]:
    return dict(locale.territories)


def _languages(locale: Locale) -> dict[str, str]:
    return dict(locale.languages)


@cache
def _names(section: Callable[[Locale], dict[str, str]], language: str) -> dict[str, str]:
    for code in (language, language.split("-", maxsplit=1)[0], FALLBACK_LANGUAGE):
        try:
            return section(Locale.parse(code, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return {}


def _name_in(section: Callable[[Locale], dict[str, str]], code: str, language: str) -> str:
    own = _names(section, language.replace("_", "-").lower())
    return own.get(code) or _names(section, FALLBACK_LANGUAGE).get(code, code)
