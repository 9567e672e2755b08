"""Nothing keeps a person after her erasure without having said so (J3)."""

from opentwinning.core import privacy
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator


def test_every_reference_to_a_person_says_what_becomes_of_it():
    """A new app that stores accounts or educators declares rows (deleted, blanked, or kept with a
    reason), or answers with ``points_at_person``."""
    assert privacy.unanswered_references((Account, Educator)) == []


def test_the_guard_sees_a_reference_nobody_answered_for(monkeypatch):
    answers = [r for r in privacy._references if r.field != "chosen_partner"]
    monkeypatch.setattr(privacy, "_references", answers)
    missing = privacy.unanswered_references((Account, Educator))
    assert missing == ["projects.Project.chosen_partner"]


def test_what_is_kept_says_why():
    silent = [
        f"{d.model._meta.label} ({d.subject})"
        for d in privacy.declarations()
        if d.subject is not None and d.on_erasure is privacy.OnErasure.KEEP and not d.because
    ]
    assert silent == []


def test_answers_name_fields_that_exist():
    wrong = []
    for reference in privacy._references:
        names = {f.name for f in reference.model._meta.concrete_fields}
        if reference.field not in names:
            wrong.append(f"{reference.model._meta.label}.{reference.field}")
    assert wrong == []
