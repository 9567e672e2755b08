"""Following and followers (L-11, G9, J3)."""

import pytest

from opentwinning.community.networking import vocabulary
from opentwinning.community.networking.actions import (
    block_educator,
    follow_educator,
    show_followers,
    unblock_educator,
    unfollow_educator,
)
from opentwinning.community.networking.models import Follow
from opentwinning.community.networking.queries import (
    does_follow,
    followed_by,
    follower_accounts,
    followers_number,
    followers_of,
    follows_a_day,
)
from opentwinning.community.networking.views import follows
from opentwinning.core.joining import join
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.actions import edit_profile, suspend_educator
from tests import cast

pytestmark = pytest.mark.django_db


def follow(who, whom):
    return follow_educator(by=who.actor, educator=whom.educator)


def names(listing, person):
    return [each.name for each in listing(person.educator)[0]]


def notices(person):
    return Notice.objects.filter(account_id=person.account.pk, kind="following.follower")


def test_one_press_follows_and_one_press_stops():
    """She is told once, with the daily mail, however often it is pressed."""
    ana, ion = cast.ana(), cast.ion()
    profile = f"/educators/{ana.educator.ref}"
    assert f"/partners/follow/{ana.educator.ref}" in ion.get(profile).content.decode()
    assert ion.post(f"/partners/follow/{ana.educator.ref}").url == profile
    assert names(followed_by, ion) == [ana.educator.name]
    assert names(followers_of, ana) == [ion.educator.name]
    assert ion.educator.name in ana.get("/partners/followers").content.decode()
    page = ion.get("/partners/following").content.decode()
    assert f"/partners/unfollow/{ana.educator.ref}" in page
    stop = ion.post(f"/partners/unfollow/{ana.educator.ref}", {"from": "list"})
    assert stop.url == "/partners/following"
    assert not does_follow(ion.educator, ana.educator)
    follow(ion, ana)
    assert notices(ana).get().waits_for_digest
    assert Follow.objects.count() == 1


def test_who_may_not_follow():
    ana, ewa, ion = cast.ana(), cast.ewa(), cast.ion()
    edit_profile(by=ion.actor, educator=ion.educator, traits={}, is_visible=False)
    for who, whom in ((ana, ana), (ana, ewa), (ewa, ana), (ana, ion), (cast.petra(), ana)):
        with pytest.raises(Refused):
            follow(who, whom)


def test_a_block_ends_it_both_ways_and_nobody_learns_of_it():
    ana, ion = cast.ana(), cast.ion()
    follow(ion, ana)
    follow(ana, ion)
    block_educator(by=ana.actor, educator=ion.educator)
    assert not Follow.objects.exists()
    with pytest.raises(Refused):  # her own block she knows
        follow(ana, ion)
    assert ion.post(f"/partners/follow/{ana.educator.ref}").status_code == 302
    assert names(followed_by, ion) == [ana.educator.name]  # as if nothing were
    assert (names(followers_of, ana), follower_accounts(ana.educator)) == ([], [])
    assert notices(ana).count() == 1  # of the first time
    unblock_educator(by=ana.actor, educator=ion.educator)
    assert followers_number(ana.educator) == 1


def test_whoever_hides_or_is_suspended_is_in_no_list():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    for each in (ana, marek):
        follow(ion, each)
        follow(each, ion)
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, is_visible=False)
    suspend_educator(by=cast.claire().actor, educator=marek.educator, reason="Selling", until=None)
    assert (names(followed_by, ion), names(followers_of, ion)) == ([], [])
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, is_visible=True)
    assert names(followed_by, ion) == [ana.educator.name]


def test_others_see_the_number_only_if_she_wishes():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    follow(ion, ana)
    profile = f"/educators/{ana.educator.ref}"
    assert "1 follower" not in marek.get(profile).content.decode()
    assert "1 teacher follows you" in ana.get("/partners/followers").content.decode()
    ana.post("/partners/followers/number", {"shown": "1"})
    assert "1 follower" in marek.get(profile).content.decode()
    with pytest.raises(Refused):
        show_followers(by=ion.actor, educator=ana.educator, shown=False)
    ana.post("/partners/followers/number", {"shown": "0"})
    assert "1 follower" not in marek.get(profile).content.decode()
    unfollow_educator(by=ion.actor, educator=ana.educator)
    assert followers_number(ana.educator) == 0


def test_a_newcomer_follows_a_certain_number_a_day(monkeypatch):
    """G9: pressing on says why nothing happens."""
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    assert follows_a_day(ana.educator) == vocabulary.NEWCOMER_FOLLOWS
    monkeypatch.setattr(follows, "follows_a_day", lambda _: 1)
    ana.post(f"/partners/follow/{ion.educator.ref}")
    answer = ana.post(f"/partners/follow/{marek.educator.ref}", follow=True)
    assert "Go on tomorrow" in answer.content.decode()
    assert not does_follow(ana.educator, marek.educator)


def test_whoever_one_of_two_accounts_follows_their_one_person_follows():
    """M-11: not herself, and nobody twice."""
    kept, gone, ion = cast.marek(), cast.daria(), cast.ion()
    for who, whom in ((kept, ion), (gone, ion), (ion, gone), (kept, gone)):
        follow(who, whom)
    unfollow_educator(by=kept.actor, educator=ion.educator)
    for each in (kept, gone):
        show_followers(by=each.actor, educator=each.educator, shown=True)
    join(Account, kept.account.pk, gone.account.pk)
    assert does_follow(kept.educator, ion.educator)
    assert (names(followers_of, kept), Follow.objects.count()) == ([ion.educator.name], 2)
