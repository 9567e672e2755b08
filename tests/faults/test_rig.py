"""The kill rig sees what it must see: an honest writer passes, broken promises are found."""

import pytest

pytestmark = pytest.mark.fault

WRITERS = "tests.faults.writers.ledger"


def test_an_honest_writer_loses_nothing_in_25_kills(kill):
    """K2: acknowledged is stored, whole and once."""
    outcome = kill(f"{WRITERS}:Honest")

    assert outcome.complaints() == []
    assert len(outcome.acknowledged) > outcome.kills


def test_a_promise_before_the_commit_is_found(kill):
    outcome = kill(f"{WRITERS}:Hasty", kills=3)

    assert any(sentence.startswith("lost: ") for sentence in outcome.complaints())


def test_a_half_written_thing_is_found(kill):
    outcome = kill(f"{WRITERS}:Careless", kills=15)

    assert any(sentence.startswith("half-written: ") for sentence in outcome.complaints())
