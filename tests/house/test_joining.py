"""Two accounts of one person become one: everything is given, nothing is left behind (M-11)."""

import pytest
from django.db import transaction

from opentwinning.collaboration.projects.models import Partnership
from opentwinning.community.networking.models import Contact
from opentwinning.core import joining
from opentwinning.core.joining import CannotJoin, join
from opentwinning.core.privacy import our_models
from opentwinning.people.accounts.actions import request_erasure
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Affiliation
from tests.cast import ana, daria, ewa, ion, marek, officer
from tests.scenes.projects import an_approved, befriend

pytestmark = pytest.mark.django_db


def left_behind(account: Account, shadow: Educator) -> list[str]:
    """Rows that still refer to the account that goes."""
    return [
        f"{model._meta.label}.{field}"
        for model in our_models()
        for target, key in ((Account, account.pk), (Educator, shadow.pk))
        for field in joining.pointing(model, target)
        if model._default_manager.filter(**{field: key}).exists()
    ]


def test_everything_of_the_other_account_is_given_and_the_better_state_stays():
    """Ewa waits; as Marek she is validated, has a project, a contact and the same school."""
    kept, gone = ewa(), marek()
    project = an_approved(gone, ion())
    join(Account, kept.account.pk, gone.account.pk)

    shadow = Educator.objects.get(account=gone.account)
    assert left_behind(gone.account, shadow) == ["educators.Educator.account"]
    assert kept.educator.is_validated
    assert kept.educator.about == "I am Ewa Nowak."
    assert Partnership.objects.get(project=project, seat=1).educator == kept.educator
    assert Contact.between(kept.educator.pk, ion().educator.pk).state == "accepted"
    assert Affiliation.objects.filter(educator=kept.educator, ended_at=None).count() == 1
    assert {a.email for a in kept.account.addresses.all()} == {
        "ewa@example.org",
        "marek@example.org",
    }


def test_two_founders_of_one_project_cannot_become_one():
    """The refusal comes before the first write (X-26)."""
    one, other = ana(), ion()
    an_approved(one, other)
    before = left_behind(other.account, other.educator)
    with pytest.raises(CannotJoin) as refusal:
        join(Account, one.account.pk, other.account.pk)
    assert "Both accounts take part in one project. Leave it with one." in refusal.value.reasons
    assert left_behind(other.account, other.educator) == before


def test_a_failure_midway_leaves_both_as_they_were(monkeypatch):
    kept, gone = ewa(), marek()
    an_approved(gone, ion())
    before = left_behind(gone.account, gone.educator)

    def fail(*_: object) -> None:
        raise RuntimeError("the lamp went out")

    monkeypatch.setitem(joining._settled, Partnership, fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        join(Account, kept.account.pk, gone.account.pk)
    assert left_behind(gone.account, gone.educator) == before
    assert not kept.educator.is_validated


def test_a_contact_of_both_stands_once_and_one_with_herself_is_gone():
    kept, gone = marek(), daria()
    befriend(kept, ion())
    befriend(gone, ion())
    befriend(kept, gone)
    join(Account, kept.account.pk, gone.account.pk)
    assert [c.other(kept.educator) for c in Contact.objects.all()] == [ion().educator]
    schools = Affiliation.objects.filter(educator=kept.educator, ended_at=None)
    assert {a.organisation.country for a in schools} == {"PL", "IT"}


def test_neither_who_decides_about_others_nor_who_leaves_is_joined():
    """Four eyes, and the days before an erasure; it does not matter which of the two it is."""
    petra, leaving, person = officer("Petra Zupan", "SI"), daria(), marek()
    request_erasure(by=leaving.actor, account=leaving.account)
    for kept, gone, sentence in (
        (person, petra, "Accounts of officers and operators cannot be joined."),
        (petra, person, "Accounts of officers and operators cannot be joined."),
        (person, leaving, "An account that will be erased cannot be joined."),
        (leaving, person, "An account that will be erased cannot be joined."),
    ):
        found = joining.obstacles(Account, kept.account.pk, gone.account.pk)
        assert [str(reason) for reason in found] == [sentence]
