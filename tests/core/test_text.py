"""Folding for search and cleaning of names (C10)."""

import pytest
from django.core.exceptions import ValidationError

from opentwinning.core.text import clean_line, clean_text, folded, no_pile_of_marks, skeleton, words


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Łukasz", "lukasz"), ("Jørgensen", "jorgensen"), ("Đorđe", "dorde"), ("ŞCOALA", "scoala"),
        ("Școala", "scoala"), ("Straße", "strasse"), ("İSTANBUL", "istanbul"), ("ılgın", "ilgin"),
        ("Αθήνα", "αθηνα"), ("ΑΘΗΝΑΣ", "αθηνασ"), ("Ærø", "aero"),
        ("  two   spaces ", "two spaces"),
    ],
)  # fmt: skip
def test_every_spelling_folds_to_one(written, found):
    """X-12: any diacritics."""
    assert folded(written) == found


def test_both_romanian_letters_are_one():
    assert folded("ş ţ") == folded("ș ț")


def test_a_query_has_at_most_ten_words():
    assert len(words("a b c d e f g h i j k l")) == 10


def test_a_name_is_one_visible_line():
    """Bidi overrides, zero width and controls are gone; the letters stay."""
    assert clean_line("Ana\u202eavoK\u200b\n Kovač\x00") == "AnaavoK Kovač"


def test_text_keeps_its_lines():
    assert clean_text("one\r\ntwo\x07\u202e") == "one\ntwo"


def test_look_alikes_share_a_skeleton():
    assert skeleton("Тeасhеr") == skeleton("Teacher")
    assert skeleton("Nina") == skeleton("NINA")


def test_a_pile_of_marks_is_refused():
    with pytest.raises(ValidationError):
        no_pile_of_marks("a" + "\u0301" * 9)
    no_pile_of_marks("Việt Nam")
