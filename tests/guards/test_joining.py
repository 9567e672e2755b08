"""Two accounts of one person can become one, whatever tables the house has (M-11)."""

from opentwinning.core import joining
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator


def test_each_table_with_one_row_a_person_says_what_joining_does():
    """A new unique constraint that names a person brings a rule in ``wiring/joining.py``."""
    assert joining.unanswered(Account) == []


def test_joining_accounts_reaches_the_educators_behind_them(monkeypatch):
    """The guard follows merged rows: it is not satisfied with the tables of the account alone."""
    answers = {m: a for m, a in joining._answers.items() if m.__name__ != "Partnership"}
    monkeypatch.setattr(joining, "_answers", answers)
    assert joining.unanswered(Account) == ["projects.Partnership has no rule"]
    assert joining.unanswered(Educator) == ["projects.Partnership has no rule"]
