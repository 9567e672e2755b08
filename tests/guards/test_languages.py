"""English, Slovenian, Romanian and Danish are complete, mails and PDFs included."""

import re

import pytest
from babel.messages.pofile import read_po

from tests.guards.house import SRC

LANGUAGES = ("sl", "ro", "da")
PLACE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def catalogue(language):
    path = SRC / "core" / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def forms(text):
    return text if isinstance(text, list | tuple) else (text,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language):
    messages = [m for m in catalogue(language) if m.id]
    assert len(messages) > 2000
    assert not [m.id for m in messages if m.fuzzy or not all(forms(m.string))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_survived(language):
    wrong = [
        message.id
        for message in catalogue(language)
        if message.id
        and any(
            set(PLACE.findall(text)) != set(PLACE.findall(forms(message.id)[-1]))
            for text in forms(message.string)
        )
    ]
    assert not wrong


def test_the_three_know_the_same_sentences():
    known = [{(m.context, forms(m.id)) for m in catalogue(x) if m.id} for x in LANGUAGES]
    assert known[0] == known[1] == known[2]
