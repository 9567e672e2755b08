"""Posts on walls: circles, stream, comments, trash, reports (L-03, L-10, G6, G9, H17, J3)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.community.comments.actions import write_comment
from opentwinning.community.comments.models import Comment
from opentwinning.community.networking.actions import (
    block_educator,
    follow_educator,
    unblock_educator,
    unfollow_educator,
)
from opentwinning.community.walls.actions import (
    delete_post,
    edit_post,
    forget_author,
    give_wall_post_back,
    purge_wall_posts,
    undelete_post,
    write_post,
)
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.queries import (
    access_post,
    newest_on,
    post_to_comment,
    search_posts,
    stream_of,
    wall_of,
)
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.educators.actions import edit_profile, suspend_educator
from opentwinning.people.safeguarding.actions import report_item
from opentwinning.people.safeguarding.models import Case, Statement
from tests import cast
from tests.scenes.projects import befriend
from tests.scenes.reports import decided

pytestmark = pytest.mark.django_db


def post(person, text, circle="all", **more):
    return write_post(by=person.actor, text=text, language="en", circle=circle, **more)


def texts(posts):
    return [each.post.text for each in posts[0]]


def wall(reader, owner):
    return texts(wall_of(reader.actor, owner.educator))


def opens(reader, post):
    try:
        return access_post(reader.actor, post.ref, to="see") == post
    except Refused:
        return False


def test_each_circle_reads_its_posts_and_page_and_list_agree():
    """All, contacts, followers; officers in charge; nobody else."""
    ana, ion, freja, marek = cast.ana(), cast.ion(), cast.freja(), cast.marek()
    befriend(ana, ion)
    follow_educator(by=freja.actor, educator=ana.educator)
    made = {each: post(ana, each, each) for each in ("all", "contacts", "followers")}
    reads = [
        (ana, ["followers", "contacts", "all"]),
        (ion, ["contacts", "all"]),
        (freja, ["followers", "all"]),
        (marek, ["all"]),
        (cast.petra(), ["followers", "contacts", "all"]),
        (cast.officer("Radu Pop", "RO"), ["all"]),
        (cast.ewa(), []),
    ]
    for reader, circles in reads:
        assert wall(reader, ana) == circles
        assert [each for each in made if opens(reader, made[each])] == circles[::-1]
    assert texts(stream_of(ion.actor)) == ["contacts", "all"]
    assert texts(stream_of(freja.actor)) == ["followers", "all"]
    assert texts(stream_of(marek.actor)) == []
    unfollow_educator(by=freja.actor, educator=ana.educator)
    assert (texts(stream_of(freja.actor)), wall(freja, ana)) == ([], ["all"])


def test_the_search_finds_only_what_the_reader_may_read():
    ana, marek = cast.ana(), cast.marek()
    shown = post(ana, "We measured the **river** Drava", title="Water")
    post(ana, "Secret rivers", "contacts")
    for words in ("river", "water", "drav"):
        assert texts(search_posts(marek.actor, words)) == [shown.text]
    edit_post(by=ana.actor, post=shown, text="Only the sea", language="en", circle="all")
    assert texts(search_posts(marek.actor, "river")) == []
    assert texts(search_posts(marek.actor, "sea")) == ["Only the sea"]
    delete_post(by=ana.actor, post=shown)
    assert texts(search_posts(marek.actor, "sea")) == []


def test_across_a_block_nobody_reads_and_hidden_people_write_for_nobody():
    ana, ion = cast.ana(), cast.ion()
    mine = post(ana, "Hello")
    block_educator(by=ana.actor, educator=ion.educator)
    post(ion, "Good day")
    assert (wall(ion, ana), wall(ana, ion), opens(ion, mine)) == ([], [], False)
    unblock_educator(by=ana.actor, educator=ion.educator)
    assert wall(ion, ana) == ["Hello"]
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, is_visible=False)
    assert (wall(ion, ana), opens(ion, mine), opens(ana, mine)) == ([], False, True)
    suspend_educator(by=cast.claire().actor, educator=ion.educator, reason="Selling")
    assert newest_on(cast.marek().actor, ion.educator) == []


def test_followers_who_may_read_it_are_told_once_with_the_daily_mail():
    ana, ion, freja, marek = cast.ana(), cast.ion(), cast.freja(), cast.marek()
    befriend(ana, ion)
    for each in (ion, freja):
        follow_educator(by=each.actor, educator=ana.educator)
    post(ana, "For contacts", "contacts")
    made = post(ana, "For all")
    assert post(ana, "For all") == made  # a second click (G6)
    run_due()

    def told(person):
        rows = Notice.objects.filter(account_id=person.account.pk, kind="following.post")
        return [(n.facts["title"], n.waits_for_digest) for n in rows.order_by("pk")]

    assert told(ion) == [("For contacts", True), ("For all", True)]
    assert told(freja) == [("For all", True)]
    assert told(marek) == told(ana) == []


def test_a_deleted_post_comes_back_with_its_comments_or_goes_for_good():
    ana, ion = cast.ana(), cast.ion()
    mine = post(ana, "Hello")
    write_comment(by=ion.actor, on=post_to_comment(ion.actor, mine.ref), text="Welcome")
    with pytest.raises(Refused):
        delete_post(by=ion.actor, post=mine)
    delete_post(by=ana.actor, post=mine)
    assert not opens(ion, mine)
    undelete_post(by=ana.actor, post=mine)
    assert wall_of(ion.actor, ana.educator)[0][0].comments == 1
    delete_post(by=ana.actor, post=mine)
    with stopped(now() + dt.timedelta(days=29)):
        assert purge_wall_posts(by=SYSTEM) == 0
    with stopped(now() + dt.timedelta(days=31)):
        assert purge_wall_posts(by=SYSTEM) == 1
    assert not Comment.objects.exists()


def test_a_reported_post_is_hidden_with_reasons_and_comes_back_as_it_stood():
    """H17: Petra hides it; its author reads why, and no comment comes any more."""
    ana, marek = cast.ana(), cast.marek()
    cast.petra()
    cast.claire()
    mine = post(ana, "Buy my book", title="A book")
    place = f"/wall/posts/{mine.ref}"
    assert f"/care/report/wall_post/{mine.ref}" in marek.get(place).content.decode()
    report_item(by=marek.actor, kind="wall_post", item_ref=mine.ref, reason="selling")
    decided(Case.objects.get(kind="wall_post"))
    assert Statement.objects.get(kind="wall_post").title == "A book"
    assert marek.get(place).status_code == 404
    for person in (ana, cast.petra()):
        assert "Hidden after a report." in person.get(place).content.decode()
    assert ana.get(f"{place}/edit").status_code == 403
    assert ana.post(f"/comments/on/wall_post/{mine.ref}", {"text": "Why?"}).status_code == 403
    give_wall_post_back(by=SYSTEM, ref=mine.ref)
    assert marek.get(place).status_code == 200


def test_nobody_finds_what_an_erased_person_wrote():
    """J3: her posts go as declared; here go the words others said below them."""
    ana, ion = cast.ana(), cast.ion()
    mine = post(ana, "River")
    write_comment(by=ion.actor, on=post_to_comment(ion.actor, mine.ref), text="Welcome")
    with pytest.raises(Refused):
        forget_author(by=ion.actor, account_id=ana.account.pk)
    forget_author(by=SYSTEM, account_id=ana.account.pk)
    assert texts(search_posts(ion.actor, "river")) == []
    assert not Comment.objects.exists()


def test_the_screens():
    """Write, keep the words after an error, read, change, delete, take back."""
    ana, ion = cast.ana(), cast.ion()
    follow_educator(by=ion.actor, educator=ana.educator)
    sent = {"title": "Water", "text": "Our *river*", "language": "sl", "circle": "all"}
    kept = ana.post("/wall/new", {**sent, "circle": "moon"})
    assert (kept.status_code, b"Our *river*" in kept.content) == (422, True)
    ana.post("/wall/new", sent)
    mine = WallPost.objects.get()
    place = f"/wall/posts/{mine.ref}"
    assert "<em>river</em>" in ion.get("/wall/").content.decode()
    assert place in ion.get(f"/educators/{ana.educator.ref}").content.decode()
    said = ion.post(f"/comments/on/wall_post/{mine.ref}", {"text": "Good"})
    assert said.url.startswith(f"{place}#cmt_")
    assert b"Good" in ana.get(place).content
    ana.post(f"{place}/edit", {**sent, "text": "Our sea"})
    page = ion.get(place).content.decode()
    assert ("Our sea" in page, "Edited" in page) == (True, True)
    assert ana.post(f"{place}/delete").url == "/wall/trash"
    assert ion.get(place).status_code == 404
    assert "Water" in ana.get("/wall/trash").content.decode()
    assert ana.post(f"{place}/undelete").url == place
    assert "1 comment" in ion.get("/wall/?q=sea").content.decode()
    assert "No post has these words" in ion.get("/wall/?q=moon").content.decode()


def test_a_newcomer_writes_three_posts_in_an_hour():
    """G9: what she typed is kept."""
    ana = cast.ana()
    sent = {"language": "en", "circle": "all"}
    answers = [ana.post("/wall/new", {**sent, "text": f"Number {n}"}) for n in range(4)]
    assert [answer.status_code for answer in answers] == [302] * 3 + [422]
    assert b"Number 3" in answers[-1].content


def test_a_long_stream_has_pages_and_costs_the_same():
    """Two pages without a gap; one post asks as many questions as eleven."""
    ana, ion = cast.ana(), cast.ion()
    follow_educator(by=ion.actor, educator=ana.educator)
    post(ana, "Number 0")
    actor = ion.actor
    with CaptureQueriesContext(connection) as one:
        stream_of(actor)
    for number in range(1, 12):
        post(ana, f"Number {number}")
    with CaptureQueriesContext(connection) as many:
        first, further = stream_of(actor)
    assert len(many) == len(one)
    rest, end = stream_of(actor, after=further)
    numbers = [each.post.text for each in [*first, *rest]]
    assert numbers == [f"Number {n}" for n in reversed(range(12))]
    assert end is None
