"""C9, K2, X1: a class list arrives whole or not at all, however often the process is killed."""

import pytest

pytestmark = pytest.mark.fault


def test_no_class_list_is_lost_or_torn_in_25_kills(kill):
    outcome = kill("tests.faults.writers.classes:ClassLists", spread=0.4)

    assert outcome.complaints() == []
    assert outcome.acknowledged
