"""Ambassadors: appointed by their office for a term, shown when they agree (A-15, P-07)."""

import datetime as dt

import pytest

from opentwinning.core.clock import today
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.educators.actions import (
    agree_to_be_ambassador,
    appoint_ambassador,
    end_ambassador,
)
from opentwinning.people.educators.models import Ambassador, Educator
from opentwinning.people.educators.queries import shown_ambassadors
from tests import cast

pytestmark = pytest.mark.django_db
LIST, MINE, PUBLIC = "/educators/ambassadors/SI", "/educators/ambassador", "/support/SI"


def choice(**changes):
    end = today() + dt.timedelta(days=300)
    return {
        "email": "ana@example.org", "region": "Podravje", "last_day": end.isoformat(), **changes,
    }  # fmt: skip


def appointed(days=300):
    ana = cast.ana()
    return ana, appoint_ambassador(
        by=cast.petra().actor,
        country="SI",
        email="ana@example.org",
        region="Podravje",
        last_day=today() + dt.timedelta(days=days),
    )


def public():
    return cast.Visitor().get(PUBLIC).content.decode()


def test_petra_appoints_ana_agrees_and_everybody_finds_her():
    ana, petra = cast.ana(), cast.petra()
    assert petra.post(LIST, choice())["Location"] == LIST
    assert "Has not answered yet" in petra.get(LIST).content.decode()
    assert "Ana Kovač" not in public()
    assert Notice.objects.filter(account_id=ana.account.pk, kind="educators.ambassador").exists()
    assert Mail.objects.filter(template="educators/mail/ambassador.txt").count() == 1
    assert "Podravje" in ana.get(MINE).content.decode()
    assert ana.post(MINE, {"contact": "ana@school.example"})["Location"] == MINE
    for shown in ("Ana Kovač", "Podravje", "ana@school.example"):
        assert shown in public()
    entry = LedgerEntry.objects.filter(verb__endswith="appoint_ambassador").latest("pk")
    assert entry.actor_key == petra.actor.key


def test_the_term_ends_by_itself(clock):
    ana, ambassador = appointed(days=30)
    agree_to_be_ambassador(by=ana.actor, ambassador=ambassador, contact="ana@school.example")
    assert "Ana Kovač" in public()
    clock.passes(days=31)
    assert "Ana Kovač" not in public()
    assert ana.get(MINE).status_code == 404


def test_ana_withdraws_at_once():
    ana, ambassador = appointed()
    agree_to_be_ambassador(by=ana.actor, ambassador=ambassador, contact="x")
    assert MINE in ana.get(f"/educators/{ana.educator.ref}").content.decode()
    ana.post(f"/educators/ambassadors/{ambassador.pk}/end")
    assert "Ana Kovač" not in public()


def test_who_is_not_validated_any_more_is_not_shown():
    ana, ambassador = appointed()
    agree_to_be_ambassador(by=ana.actor, ambassador=ambassador, contact="x")
    assert len(shown_ambassadors("SI")) == 1
    with free_writing():
        Educator.objects.filter(pk=ana.educator.pk).update(validation_state="lapsed")
    assert shown_ambassadors("SI") == []


@pytest.mark.parametrize("wrong", [
    {"email": "nobody@example.org"}, {"email": "ion@example.org"}, {"last_day": "2020-01-01"},
    {"region": ""},
])  # fmt: skip
def test_a_wrong_choice_is_refused_and_kept(wrong):
    """Only validated teachers of the country; a term lies ahead."""
    cast.ana()
    cast.ion()
    answer = cast.petra().post(LIST, choice(**wrong))
    assert answer.status_code == 422
    assert not Ambassador.objects.exists()


def test_one_term_at_a_time():
    appointed()
    with pytest.raises(Invalid):
        appointed()
    assert Ambassador.objects.count() == 1


def test_other_offices_and_other_teachers_stay_outside():
    """B13."""
    ana, ambassador = appointed()
    radu, ion = cast.radu(), cast.ion()
    assert radu.get(LIST).status_code == 404
    assert radu.post(LIST, choice()).status_code == 404
    for stranger in (radu, ion):
        end = stranger.post(f"/educators/ambassadors/{ambassador.pk}/end")
        assert end.status_code == 404
    assert ion.get(MINE).status_code == 404
    with pytest.raises(Refused):
        agree_to_be_ambassador(by=ion.actor, ambassador=ambassador, contact="x")
    with pytest.raises(Refused):
        end_ambassador(by=ion.actor, ambassador=ambassador)
    assert ana.get(MINE).status_code == 200


def test_nobody_agrees_for_her():
    _, ambassador = appointed()
    with pytest.raises(Refused):
        agree_to_be_ambassador(by=cast.petra().actor, ambassador=ambassador, contact="x")


def test_an_ended_term_ends_once():
    _, ambassador = appointed()
    petra = cast.petra()
    end_ambassador(by=petra.actor, ambassador=ambassador)
    with pytest.raises(Invalid):
        end_ambassador(by=petra.actor, ambassador=ambassador)


def test_a_list_of_three_costs_what_a_list_of_one_costs(django_assert_num_queries):
    """One query for the public page's list."""
    for name in ("Ana Kovač", "Bine Lah", "Cene Lah"):
        person = cast.educator(name, "SI")
        ambassador = appoint_ambassador(
            by=cast.petra().actor, country="SI", email=person.account.email, region="x",
            last_day=today() + dt.timedelta(days=9),
        )  # fmt: skip
        agree_to_be_ambassador(by=person.actor, ambassador=ambassador, contact="y")
    with django_assert_num_queries(1):
        assert [each.educator.name for each in shown_ambassadors("SI")] == [
            "Ana Kovač", "Bine Lah", "Cene Lah",
        ]  # fmt: skip
