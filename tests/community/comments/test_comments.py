"""Comments below each other's things (L-10, L-12, G6, G9, H6, H17, J3)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.community.comments.actions import (
    close_comments,
    delete_comment,
    edit_comment,
    forget_comments,
    hide_comment,
    open_comments,
    purge_comments,
    show_comment,
    undelete_comment,
    write_comment,
)
from opentwinning.community.comments.models import Comment, Thread
from opentwinning.community.comments.queries import comments_below, counts_below
from opentwinning.community.networking.actions import block_educator
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.actions import stop_mails
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.facilities.notifications.vocabulary import DIGEST
from opentwinning.people.safeguarding.actions import report_item
from opentwinning.people.safeguarding.models import Case
from tests import cast
from tests.scenes.comments import PROFILE, profile_of
from tests.scenes.reports import decided

pytestmark = pytest.mark.django_db


def said(reader, owner):
    """The texts the reader meets below the owner's profile."""
    return [each.comment.text for each in comments_below(reader.actor, profile_of(owner)).rows]


def comment(author, owner, text="Well done"):
    return write_comment(by=author.actor, on=profile_of(owner, author), text=text)


def test_a_comment_is_read_by_all_told_to_its_owner_once_and_mailed_with_the_daily_news():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    first = comment(ion, ana)
    assert comment(ion, ana) == first  # a second click (G6)
    assert said(marek, ana) == ["Well done"]
    assert LedgerEntry.objects.filter(verb__endswith="write_comment").exists()
    notice = Notice.objects.get(account_id=ana.account.pk, kind="following.comment")
    assert (notice.facts["author"], notice.waits_for_digest) == (ion.educator.name, True)
    assert not Mail.objects.filter(to_address=ana.account.email, template__startswith="comments")
    comment(ana, ana, "Thank you")  # about one's own words nobody is told
    assert Notice.objects.filter(kind="following.comment").count() == 1
    stop_mails(account_id=ana.account.pk, what=DIGEST)
    comment(marek, ana)
    assert not Notice.objects.filter(account_id=ana.account.pk).latest("pk").waits_for_digest


def test_the_author_changes_deletes_and_takes_back():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    mine = comment(ion, ana)
    with pytest.raises(Refused):
        edit_comment(by=ana.actor, comment=mine, text="Bad")
    mine = edit_comment(by=ion.actor, comment=mine, text="Very well done")
    assert mine.edited_at is not None
    delete_comment(by=ion.actor, comment=mine)
    assert (said(marek, ana), said(ion, ana)) == ([], ["Very well done"])
    undelete_comment(by=ion.actor, comment=mine)
    assert said(marek, ana) == ["Very well done"]
    delete_comment(by=ion.actor, comment=mine)
    assert purge_comments(by=SYSTEM) == 0
    with stopped(now() + dt.timedelta(days=31)):
        assert purge_comments(by=SYSTEM) == 1
    assert not Comment.objects.exists()


def test_the_owner_hides_and_closes():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    mine = comment(ion, ana)
    with pytest.raises(Refused):
        hide_comment(by=marek.actor, comment=mine)
    hide_comment(by=ana.actor, comment=mine)
    assert (said(marek, ana), said(ion, ana), said(ana, ana)) == ([], [mine.text], [mine.text])
    assert counts_below(marek.actor, PROFILE, [ana.educator.ref]) == {}
    show_comment(by=ana.actor, comment=mine)
    assert counts_below(marek.actor, PROFILE, [ana.educator.ref]) == {ana.educator.ref: 1}
    close_comments(by=ana.actor, on=profile_of(ana))
    with pytest.raises(Refused):
        comment(marek, ana)
    assert said(marek, ana) == [mine.text]
    open_comments(by=ana.actor, on=profile_of(ana))
    assert comment(marek, ana)


def test_many_comments_cost_what_one_costs(django_assert_num_queries):
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    on, actor = profile_of(ana), marek.actor
    comment(ion, ana)
    with CaptureQueriesContext(connection) as one:
        comments_below(actor, on)
    for number in range(3):
        comment(ion, ana, f"Number {number}")
    with django_assert_num_queries(len(one)):
        assert comments_below(actor, on).count == 4


def test_nobody_reads_or_writes_across_a_block():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    comment(ion, ana)
    comment(marek, ana, "Good")
    block_educator(by=ion.actor, educator=marek.educator)
    assert (said(ion, ana), said(marek, ana)) == (["Well done"], ["Good"])
    with pytest.raises(Refused):
        comment(marek, ion)


def test_a_reported_comment_goes_and_comes_back_as_it_stood():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    cast.officer("Radu Pop", "RO")
    cast.claire()
    mine = comment(ion, ana, "Buy my book")
    report_item(by=marek.actor, kind="comment", item_ref=mine.ref, reason="selling")
    decided(Case.objects.get(kind="comment"), by=cast.officer("Radu Pop", "RO"))
    assert (said(marek, ana), said(ana, ana), said(ion, ana)) == ([], [], ["Buy my book"])
    with pytest.raises(Refused):
        edit_comment(by=ion.actor, comment=mine, text="Again")


def test_the_thing_goes_and_its_comments_with_it():
    ana, ion = cast.ana(), cast.ion()
    comment(ion, ana)
    with pytest.raises(Refused):
        forget_comments(by=ana.actor, kind=PROFILE, refs=[ana.educator.ref])
    forget_comments(by=SYSTEM, kind=PROFILE, refs=[ana.educator.ref])
    assert not Thread.objects.exists()
    assert not Comment.objects.exists()


def test_the_screens_lead_back_to_the_thing():
    """An empty comment comes back with its page; closing and hiding stand one press away."""
    ana, ion = cast.ana(), cast.ion()
    place = f"/comments/on/{PROFILE}/{ana.educator.ref}"
    assert ion.post(place, {"text": " "}).status_code == 422
    answer = ion.post(place, {"text": "Your *river*"})
    mine = Comment.objects.get()
    assert answer.url == f"/educators/{ana.educator.ref}#{mine.ref}"
    assert ion.post(f"/comments/{mine.ref}/edit", {"text": "Rivers"}).status_code == 302
    assert b"Rivers" in ion.get(f"/comments/{mine.ref}/edit").content
    for person, act in ((ana, "hide"), (ana, "show"), (ion, "delete"), (ion, "undelete")):
        assert person.post(f"/comments/{mine.ref}/{act}").status_code == 302
    mine.refresh_from_db()
    assert mine.is_shown
    assert ana.post(f"{place}/close").status_code == 302
    assert ion.post(place, {"text": "More"}).status_code == 403
    assert ana.post(f"{place}/open").status_code == 302
    assert ana.get(f"/comments/on/nothing/{mine.ref}").status_code == 404
    assert cast.marek().post(f"/comments/{mine.ref}/delete").status_code == 404


def test_a_newcomer_writes_ten_in_an_hour():
    """G9."""
    ana, ion = cast.ana(), cast.ion()
    place = f"/comments/on/{PROFILE}/{ana.educator.ref}"
    answers = [ion.post(place, {"text": f"Number {n}"}).status_code for n in range(11)]
    assert answers == [302] * 10 + [422]
