"""Two accounts of one person become one (M-11, M-14): proofs, refusals, what is left (A14, B3)."""

import pytest
from django.test import Client

from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.actions import join_accounts, suspend_account
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.educators.models import Educator
from opentwinning.people.identity.actions.passkeys import _was_made_for
from tests import cast

pytestmark = pytest.mark.django_db
PAGE, LEAVE = "/account/join", "/account/join/leave"


def signs_in(client, email, password=cast.PASSWORD):
    return client.post(f"/sign-in?next={PAGE}", {"email": email, "password": password})


def a_browser_with_both(first, second):
    """She left the first account to prove the second in the same browser."""
    client = Client()
    signs_in(client, first.account.email)
    assert "/sign-in?next=%2Faccount%2Fjoin" in str(client.post(LEAVE, follow=True).redirect_chain)
    assert signs_in(client, second.account.email)["Location"] == PAGE
    return client


def joined(kept, gone, by):
    """The action alone: ``by`` is signed in, the other of the two was left just now."""
    other = gone if by is kept else kept
    return join_accounts(
        by=by.actor,
        account=by.account,
        other=other.account,
        epoch=other.account.session_epoch,
        stays=kept.account.ref,
    )


def test_ewa_has_two_accounts_sees_both_and_makes_one_of_them():
    kept, gone = cast.marek(), cast.ewa()
    old_address = f"/educators/{gone.educator.ref}"
    client = a_browser_with_both(kept, gone)

    page = client.get(PAGE).content.decode()
    assert "marek@example.org" in page
    assert "ewa@example.org" in page
    answer = client.post(PAGE, {"stays": kept.account.ref}, follow=True)

    assert "You have one account now." in answer.content.decode()
    left = Account.objects.get(pk=gone.account.pk)
    assert (left.state, left.joined_into, left.name) == ("joined", kept.account, "")
    assert client.get("/account").context["account"] == kept.account
    assert client.get(old_address).context["educator"].account == kept.account
    assert Mail.objects.filter(template__endswith="joined.txt").count() == 2
    entry = LedgerEntry.objects.filter(verb__endswith="join_accounts").latest("pk")
    assert entry.details["joined"] == gone.account.ref
    for email in ("ewa@example.org", "marek@example.org"):
        fresh = Client()
        signs_in(fresh, email)
        assert fresh.get("/account").context["account"] == kept.account


def test_one_proof_is_not_enough():
    """Without the note of the account left, changed, of one's own, or after it was signed out."""
    marek, ewa = cast.marek(), cast.ewa()
    alone = ewa.get(PAGE)
    assert "Sign in to the other account" in alone.content.decode()
    ewa.client.cookies["left_account"] = "forged:1:x"
    assert 'name="stays"' not in ewa.get(PAGE).content.decode()

    client = a_browser_with_both(marek, ewa)
    with free_writing():
        Account.objects.filter(pk=marek.account.pk).update(session_epoch=7)
    assert 'name="stays"' not in client.get(PAGE).content.decode()
    with pytest.raises(Invalid, match="took too long"):
        joined(marek, ewa, by=ewa)

    again = a_browser_with_both(ewa, ewa)
    assert "the same account again" in again.get(PAGE).content.decode()


def test_who_is_signed_in_long_ago_proves_it_first():
    """A14: leaving to join is a dangerous act, and so is joining."""
    ewa = cast.ewa()
    session = ewa.client.session
    session["proved_at"] = 0
    session.save()
    assert "Your password" in ewa.post(LEAVE).content.decode()


def test_refused_in_words_and_nothing_changes():
    """Officers, a validation of another country, hidden and suspended people (X-04, H17)."""
    marek, daria, ewa = cast.marek(), cast.daria(), cast.ewa()
    with pytest.raises(Invalid, match="officers"):
        joined(marek, cast.petra(), by=marek)
    with pytest.raises(Invalid, match="validated, in another country"):
        joined(ewa, daria, by=ewa)
    with free_writing():
        Educator.objects.filter(pk=daria.educator.pk).update(withheld_visible=True)
    with pytest.raises(Invalid, match="cannot be joined now"):
        joined(marek, daria, by=marek)
    suspend_account(
        by=cast.petra().actor, account=marek.account, reason="To look into it.", office="Office"
    )
    marek.account.refresh_from_db()
    with pytest.raises(Invalid, match="suspended or closed"):
        joined(ewa, marek, by=ewa)
    assert Account.objects.exclude(joined_into=None).count() == 0
    assert Educator.objects.get(pk=ewa.educator.pk).name == "Ewa Nowak"


def test_a_pair_that_may_not_be_joined_reads_why():
    marek, petra = cast.marek(), cast.petra()
    client = Client()
    signs_in(client, marek.account.email)
    client.post(LEAVE)
    petra.client.cookies["left_account"] = client.cookies["left_account"].value
    page = petra.get(PAGE).content.decode()
    assert "Accounts of officers and operators cannot be joined." in page
    assert 'name="stays"' not in page


def test_who_comes_second_reads_that_it_is_too_late():
    """Two browsers want the other account to stay: both rows are locked in one order, so the second
    finds what the first has left (G5)."""
    marek, ewa = cast.marek(), cast.ewa()
    joined(marek, ewa, by=ewa)
    with pytest.raises(Invalid, match="took too long"):
        joined(ewa, marek, by=marek)

    pair = Account.objects.filter(pk__in=(marek.account.pk, ewa.account.pk)).order_by("name")
    assert [each.state for each in pair] == [AccountState.JOINED, AccountState.ACTIVE]


def test_a_passkey_of_the_other_account_opens_the_one_that_stays():
    """It names the account it was made for; that one leads on."""
    marek, ewa, daria = cast.marek(), cast.ewa(), cast.daria()
    joined(marek, ewa, by=ewa)
    assert _was_made_for(ewa.account.ref.encode(), marek.account)
    assert not _was_made_for(ewa.account.ref.encode(), daria.account)
