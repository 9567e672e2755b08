"""Who decides: appointing, confirming, ending (row 58, B7, B11)."""

import datetime as dt

import pytest

from opentwinning.core.actor import SYSTEM, Role
from opentwinning.core.clock import now, stopped
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.actions import erase_account
from opentwinning.people.support.actions import appoint_officer, confirm_mandate, end_mandate
from opentwinning.people.support.models import Mandate
from opentwinning.people.support.queries import officers_of
from tests import cast

pytestmark = pytest.mark.django_db
MANDATES = "/support/mandates"


def test_claire_appoints_an_officer_of_a_country():
    claire, zora = cast.claire(), cast.account("Zora Lah")
    cast.office("SI")
    answer = claire.post(
        MANDATES, {"email": "zora@example.org", "country": "SI", "until": "", "reason": "New"}
    )
    assert answer.status_code == 302
    assert zora.pk in officers_of("SI")
    assert cast.Person(zora).actor.countries == {"SI"}


@pytest.mark.parametrize("who", [cast.ana, cast.petra, cast.otto])
def test_nobody_else_appoints_national_officers(who):
    with pytest.raises(Refused):
        appoint_officer(by=who().actor, account=cast.account("Zora Lah"), country="SI")


def test_nobody_raises_herself():
    petra = cast.petra()
    with pytest.raises(Refused):
        appoint_officer(by=petra.actor, account=petra.account, country="")
    assert not petra.actor.is_a(Role.CENTRAL_OFFICER)


def test_a_central_mandate_needs_two_central_officers():
    claire, zora = cast.claire(), cast.Person(cast.account("Zora Lah"))
    mandate = appoint_officer(by=claire.actor, account=zora.account, country="", reason="Help")
    assert not zora.actor.is_a(Role.CENTRAL_OFFICER)
    assert zora.account.pk not in officers_of("")
    with pytest.raises(Refused, match="Another central officer"):
        confirm_mandate(by=claire.actor, mandate=mandate)
    second = cast.officer("Karl Berg", "")
    confirm_mandate(by=second.actor, mandate=mandate)
    assert zora.actor.is_a(Role.CENTRAL_OFFICER)
    with pytest.raises(Invalid):
        confirm_mandate(by=second.actor, mandate=mandate)


def test_the_operator_sets_up_only_the_first_central_officer():
    """Row 58."""
    otto = cast.otto()
    first = appoint_officer(by=otto.actor, account=cast.account("Zora Lah"), country="")
    assert first.granted_at
    with pytest.raises(Refused, match="already"):
        appoint_officer(by=otto.actor, account=cast.account("Karl Berg"), country="")


def test_an_end_is_felt_at_once_and_needs_a_reason():
    claire, petra = cast.claire(), cast.petra()
    mandate = Mandate.objects.get(account=petra.account)
    with pytest.raises(Invalid):
        end_mandate(by=claire.actor, mandate=mandate, reason=" ")
    assert petra.actor.countries == {"SI"}
    url = f"/support/mandates/{mandate.pk}/end"
    assert claire.post(url, {"reason": "Left the office"}).status_code == 302
    assert petra.actor.countries == frozenset()
    assert petra.account.pk not in officers_of("SI")
    entry = LedgerEntry.objects.filter(verb__endswith="end_mandate").latest("pk")
    assert entry.reason == "Left the office"
    with pytest.raises(Invalid):
        end_mandate(by=claire.actor, mandate=mandate, reason="Again")


def test_a_mandate_ends_by_itself_after_its_last_day():
    cast.office("SI")
    zora = cast.Person(cast.account("Zora Lah"))
    appoint_officer(
        by=SYSTEM, account=zora.account, country="SI", until=now() + dt.timedelta(days=10)
    )
    assert zora.actor.countries == {"SI"}
    with stopped(now() + dt.timedelta(days=11)):
        assert zora.actor.countries == frozenset()
        assert officers_of("SI") == []
        appoint_officer(by=SYSTEM, account=zora.account, country="SI")


def test_the_same_mandate_is_not_given_twice():
    petra = cast.petra()
    with pytest.raises(Invalid, match="already"):
        appoint_officer(by=SYSTEM, account=petra.account, country="SI")


def test_an_unknown_address_and_a_past_day_keep_what_was_typed():
    claire = cast.claire()
    cast.office("SI")
    fields = {"email": "nobody@example.org", "country": "SI", "until": "", "reason": "New"}
    answer = claire.post(MANDATES, fields)
    assert answer.status_code == 422
    assert "nobody@example.org" in answer.content.decode()
    cast.account("Zora Lah")
    past = {**fields, "email": "zora@example.org", "until": "2001-01-01"}
    assert claire.post(MANDATES, past).status_code == 422
    assert Mandate.objects.count() == 1


def test_only_the_centre_and_the_operator_see_the_list():
    assert "Petra Zupan" in page_of(cast.petra, cast.claire)
    assert cast.otto().get(MANDATES).status_code == 200
    for stranger in (cast.petra(), cast.ana()):
        assert stranger.get(MANDATES).status_code == 404


def page_of(first, reader):
    first()
    return reader().get(MANDATES).content.decode()


def test_an_erased_officer_decides_nothing_and_the_centre_hears_of_it():
    """J3: the last officer of a country is never gone unnoticed."""
    claire, petra = cast.claire(), cast.petra()
    second = cast.officer("Tina Zupan", "SI")
    erase_account(by=SYSTEM, account=petra.account)
    assert officers_of("SI") == [second.account.pk]
    assert not Notice.objects.filter(kind="support.no_officer").exists()
    erase_account(by=SYSTEM, account=second.account)
    assert officers_of("SI") == []
    (notice,) = Notice.objects.filter(kind="support.no_officer")
    assert (notice.account_id, notice.facts["country"]) == (claire.account.pk, "SI")
