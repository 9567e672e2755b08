"""Lists of nicknames: what is read, refused, doubted and made (C9, C10, 5.4)."""

import pytest

from opentwinning.core.text import skeleton
from opentwinning.people.pupils.queries.nicknames import (
    judged,
    made_nicknames,
    pasted_nicknames,
)
from tests import inputs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Red fox\nBlue owl\n", ["Red fox", "Blue owl"]),
        ("Red fox, Blue owl; Green frog", ["Red fox", "Blue owl", "Green frog"]),
        ("1. Red fox\n2. Blue owl", ["Red fox", "Blue owl"]),
        ("1\tRed fox\n2\tBlue owl", ["Red fox", "Blue owl"]),
        ("\ufeffnickname\r\n\r\nRed fox\r\n", ["Red fox"]),
        ('"Red fox",\n"Blue owl",', ["Red fox", "Blue owl"]),
        ("Ana\tKovač\nLuka\tNovak", ["Ana Kovač", "Luka Novak"]),  # shown whole, then doubted
        (" \n\t\n", []),
    ],
)
def test_a_pasted_list_is_read(text, names):
    assert pasted_nicknames(text) == names


def test_a_real_pasted_class_has_nothing_to_complain_about():
    text = inputs.class_list("paste_24_nicknames.txt").read_text("utf-8")
    lines = judged(pasted_nicknames(text))

    assert len(lines) == 24
    assert [line for line in lines if line.problem or line.doubt] == []


def test_look_alikes_of_one_class_are_found():
    lines = judged(
        ["Ana", "Аna", "ana", "Blue  owl", "blue owl"]
    )  # the second begins with Cyrillic А

    assert [bool(line.problem) for line in lines] == [False, True, True, False, True]


def test_a_look_alike_of_somebody_already_there_is_found():
    (line,) = judged(["Αna"], [skeleton("Ana")])  # Greek Alpha

    assert "this class" in line.problem


@pytest.mark.parametrize(
    "nickname",
    [
        "teacher", "Teaсher", "the Teacher", "učiteljica Ana", "LÆRER", "profesor", "Admin",
        "ana@example.org", "www.example.org", "+386 40 123 456", "040123456", "", "!!!", "a" * 31,
        "Z҉҉҉҉҉҉a",
    ],
)  # fmt: skip
def test_what_no_pupil_can_be_called(nickname):
    (line,) = judged([nickname])

    assert line.problem


@pytest.mark.parametrize("nickname", ["Ana Kovač", "Ion Popescu", "Мария Иванова", "Anna Maria"])
def test_what_looks_like_a_full_name_is_doubted(nickname):
    (line,) = judged([nickname])

    assert line.doubt
    assert not line.problem


@pytest.mark.parametrize(
    "nickname", ["Blue Owl", "Modra Sova", "Rød Ræv", "Ursul Brun", "Ana", "Fox 12"]
)
def test_colours_and_animals_are_not_doubted(nickname):
    (line,) = judged([nickname])

    assert not line.doubt
    assert not line.problem


def test_hostile_names_are_cleaned_or_refused():
    for trick, names in inputs.hostile_names().items():
        for line in judged(names):
            unseen = [
                c for c in line.nickname if c in "\u202e\u202d\u2066\u2067\u200b\ufeff\x00\n\r"
            ]
            assert not unseen, trick


@pytest.mark.parametrize("language", ["en", "sl", "ro", "da", "el"])
def test_the_house_makes_nicknames_that_pass_its_own_rules(language):
    names = made_nicknames(60, language)
    lines = judged(names)

    assert len(names) == 60
    assert [line for line in lines if line.problem or line.doubt] == []


def test_made_nicknames_avoid_who_is_there():
    first = made_nicknames(60, "en")
    taken = [skeleton(name) for name in first]

    assert not set(taken) & {skeleton(name) for name in made_nicknames(60, "en", taken)}
