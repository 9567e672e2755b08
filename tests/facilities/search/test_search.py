"""The same answers on both engines, in any spelling (X-12)."""

import pytest

from opentwinning.facilities.search.actions import forget, index, index_many
from opentwinning.facilities.search.queries import matching

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "query", ["lukasz", "Łukasz jorg", "JØRGENSEN łuk", "jorgensen lukasz", "luk"]
)
def test_any_spelling_finds(query):
    index("educator", 7, "Łukasz Jørgensen", "about bees")
    assert matching("educator", query) == [7]


def test_every_word_must_be_there():
    index("educator", 7, "Łukasz Jørgensen")
    assert matching("educator", "lukasz kovac") == []


def test_kinds_are_apart():
    index("educator", 7, "Lipa")
    index("organisation", 7, "Lipa")
    index("organisation", 8, "Lipa Breza")
    assert matching("organisation", "lipa") == [8, 7]


def test_a_changed_text_is_found_by_its_new_words_only():
    index("educator", 7, "bees")
    index("educator", 7, "water")
    assert (matching("educator", "bees"), matching("educator", "water")) == ([], [7])


def test_what_is_forgotten_is_not_found():
    index_many("educator", [(7, "bees"), (8, "bees")])
    forget("educator", 7)
    assert matching("educator", "bees") == [8]


@pytest.mark.parametrize("query", ["", "   ", "'", '"', "* - ( )", "&|!:"])
def test_no_word_is_no_search(query):
    assert matching("educator", query) is None


@pytest.mark.parametrize("query", ["a' OR 1=1 --", 'x"*', "bees NOT water", "NEAR(a b)", "a:b"])
def test_operators_are_only_words(query):
    """C12: the query language of the engine is out of reach."""
    index("educator", 7, "bees")
    assert matching("educator", query) == []
