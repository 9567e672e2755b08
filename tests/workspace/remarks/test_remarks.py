"""Comments on pages, on some words of them and on posts; signs (matrix row 31, H2, H17)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.safeguarding.models import Statement
from opentwinning.workspace.pages.actions import (
    create_page,
    delete_page,
    publish_page,
    purge_pages,
    save_page,
)
from opentwinning.workspace.posts.actions import write_post
from opentwinning.workspace.remarks.actions import (
    delete_remark,
    edit_remark,
    hide_remark,
    purge_remarks,
    react,
    settle_remark,
    undelete_remark,
    write_remark,
)
from opentwinning.workspace.remarks.models import Reaction, Remark
from tests import cast
from tests.pages import text
from tests.scenes.boxes import opened
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def a_page(scene, words="The river is green in spring.", **more):
    return create_page(
        by=cast.ana().actor, space=scene.twinspace.space, title="Our river", text=words, **more
    )


def at(page):
    return f"/spaces/pages/{page.ref}/"


def says(who, page, words="How deep is it?", **more):
    return write_remark(by=who.actor, kind="page", thing_ref=page.ref, text=words, **more)


def about(page):
    return f"/spaces/about/page/{page.ref}/"


# Saying something.


def test_a_pupil_asks_about_some_words_and_her_partner_answers():
    scene = a_twinspace()
    page = a_page(scene)
    sent = scene.nina.post(about(page), {"text": "Why green?", "quote": "green in spring"})
    remark = Remark.objects.get()
    assert sent.headers["Location"] == f"{at(page)}#{remark.ref}"
    cast.ion().post(f"/spaces/remarks/{remark.ref}/answer/", {"text": "It is the snow."})
    seen = text(cast.freja().get(at(page)))
    assert "green in spring" in seen
    assert seen.index("Why green?") < seen.index("It is the snow.")


def test_who_made_the_page_and_who_talks_along_is_told():
    scene = a_twinspace()
    page = a_page(scene)
    remark = says(cast.ion(), page)
    says(cast.freja(), page, "Two metres.", parent=remark)
    told = Notice.objects.filter(kind="remarks.written")
    assert (
        sorted(told.values_list("account_id", flat=True))
        == sorted([cast.ana().account.pk, cast.ana().account.pk, cast.ion().account.pk])
        or told.filter(account_id=cast.ion().account.pk).exists()
    )
    assert not told.filter(account_id=cast.freja().account.pk).exists()


def test_a_post_has_comments_too():
    scene = a_twinspace()
    post = write_post(by=cast.ion().actor, space=scene.twinspace.space, title="Day", text="Snow.")
    scene.nina.post(f"/spaces/about/post/{post.ref}/", {"text": "We have none!"})
    assert "We have none!" in text(cast.ana().get(f"/spaces/posts/{post.ref}/"))


def test_words_that_are_gone_from_the_text_are_said_to_be_gone():
    scene = a_twinspace()
    page = a_page(scene)
    says(scene.nina, page, quote="green in   spring")
    gone = "These words are not in the text any more."
    assert gone not in text(cast.ana().get(at(page)))
    save_page(
        by=cast.ana().actor, page=page, title="Our river", text="It is blue.", version=page.version
    )
    seen = text(cast.ana().get(at(page)))
    assert gone in seen
    assert "green in" in seen


def test_nothing_said_is_refused_and_a_long_text_is_not_lost():
    scene = a_twinspace()
    page = a_page(scene)
    long = "x" * 2001
    answer = scene.nina.post(about(page), {"text": long})
    assert answer.status_code == 422
    assert long in answer.content.decode()
    with pytest.raises(Invalid):
        says(scene.nina, page, "")


def test_the_same_form_sent_twice_is_one_comment():
    scene = a_twinspace()
    page = a_page(scene)
    for _ in range(2):
        says(scene.nina, page, form_token="once")
    says(scene.nina, page, "Another one", form_token="once")
    assert Remark.objects.count() == 2


def test_an_answer_has_no_answers():
    scene = a_twinspace()
    page = a_page(scene)
    answer = says(cast.ion(), page, parent=says(scene.nina, page))
    with pytest.raises(Refused):
        says(cast.ana(), page, parent=answer)


# Who may.


def test_strangers_and_pupils_outside_see_and_say_nothing():
    scene = a_twinspace()
    page = a_page(scene, place="staff_room")
    says(cast.ion(), page, "Keep it quiet")
    assert scene.nina.get(about(page)).status_code == 404
    assert cast.marek().post(about(page), {"text": "x"}).status_code == 404
    assert cast.marek().get(f"/spaces/about/nothing/{page.ref}/").status_code == 404


def test_in_the_pupil_corner_teachers_read_along():
    scene = a_twinspace()
    post = write_post(
        by=scene.nina.actor, space=scene.twinspace.space, place="pupil_corner", text="Hello all"
    )
    address = f"/spaces/about/post/{post.ref}/"
    assert scene.mihai.post(address, {"text": "Hello Nina"}).status_code == 302
    assert "Hello Nina" in text(cast.ana().get(f"/spaces/posts/{post.ref}/"))
    assert cast.ana().post(address, {"text": "x"}).status_code == 403


def test_a_public_page_shows_no_comments_to_visitors():
    scene = a_twinspace()
    page = a_page(scene)
    says(scene.nina, page, "Between us")
    react(by=scene.nina.actor, kind="page", thing_ref=page.ref, name="like")
    publish_page(by=cast.ana().actor, page=page, version=page.version)
    shown = text(Client().get(f"/spaces/p/{page.ref}/"))
    assert "The river is green" in shown
    assert "Between us" not in shown
    assert "I like it" not in shown


def test_authors_change_their_own_and_nobody_elses():
    scene = a_twinspace()
    page = a_page(scene)
    remark = says(scene.nina, page)
    edit_remark(by=scene.nina.actor, remark=remark, text="How wide is it?")
    assert "changed" in text(cast.ana().get(at(page)))
    assert cast.ana().post(f"/spaces/remarks/{remark.ref}/edit/", {"text": "x"}).status_code == 403


def test_what_is_settled_is_folded_away_and_can_be_opened_again():
    scene = a_twinspace()
    page = a_page(scene)
    remark, other = says(scene.nina, page), says(cast.ion(), page, "And how cold?")
    cast.ana().post(f"/spaces/remarks/{remark.ref}/settle/")
    seen = text(cast.ana().get(at(page)))
    assert "Settled: Nina" in seen
    assert seen.index("And how cold?") < seen.index("How deep is it?")
    with pytest.raises(Refused):
        settle_remark(by=scene.nina.actor, remark=other, is_settled=True)
    settle_remark(by=scene.nina.actor, remark=remark, is_settled=False)
    assert "Settled: Nina" not in text(cast.ana().get(at(page)))


# Hiding, deleting.


def test_a_teacher_hides_with_a_reason_that_the_author_reads_and_may_object_to():
    scene = a_twinspace()
    page = a_page(scene)
    remark = says(cast.freja(), page, "You are slow")
    address = f"/spaces/remarks/{remark.ref}/hide/"
    assert cast.ana().post(address, {"reason": ""}).status_code == 422
    cast.ana().post(address, {"reason": "Be kind"})
    assert "You are slow" not in text(scene.nina.get(at(page)))
    assert "Be kind" in text(cast.freja().get(at(page)))
    assert Statement.objects.filter(item_ref=remark.ref).exists()
    cast.ana().post(f"/spaces/remarks/{remark.ref}/show/")
    assert "You are slow" in text(scene.nina.get(at(page)))
    with pytest.raises(Refused):
        hide_remark(by=scene.nina.actor, remark=remark, reason="No")


def test_deleted_it_can_be_put_back_for_thirty_days(clock):
    scene = a_twinspace()
    page = a_page(scene)
    remark = says(scene.nina, page)
    says(cast.ion(), page, "Two metres.", parent=remark)
    went = scene.nina.post(f"/spaces/remarks/{remark.ref}/delete/")
    assert "can be put back" in text(scene.nina.get(went.headers["Location"]))
    seen = text(cast.ana().get(at(page)))
    assert "How deep" not in seen
    assert "Two metres." not in seen
    assert cast.freja().get(went.headers["Location"]).status_code == 404
    scene.nina.post(went.headers["Location"])
    assert "Two metres." in text(cast.ana().get(at(page)))
    delete_remark(by=scene.nina.actor, remark=remark)
    clock.passes(days=29)
    assert purge_remarks(by=SYSTEM) == 0
    clock.passes(days=2)
    purge_remarks(by=SYSTEM)
    assert not Remark.objects.exists()
    with pytest.raises(Refused):
        undelete_remark(by=scene.nina.actor, remark=remark)


def test_when_the_page_is_gone_for_good_so_are_its_comments(clock):
    scene = a_twinspace()
    page, stays = a_page(scene), a_page(scene)
    says(scene.nina, page)
    says(scene.nina, stays)
    react(by=scene.nina.actor, kind="page", thing_ref=page.ref, name="like")
    delete_page(by=cast.ana().actor, page=page)
    purge_remarks(by=SYSTEM)
    assert Remark.objects.count() == 2
    clock.passes(days=31)
    purge_pages(by=SYSTEM)
    purge_remarks(by=SYSTEM)
    assert Remark.objects.get().thing_ref == stays.ref
    assert not Reaction.objects.exists()


# Signs.


def test_a_sign_is_given_and_taken_back_and_counted():
    scene = a_twinspace()
    page = a_page(scene)
    address = f"{about(page)}react/"
    for who in (scene.nina, cast.ion(), cast.freja()):
        who.post(address, {"reaction": "well_done"})
    cast.freja().post(address, {"reaction": "well_done"})
    assert Reaction.objects.filter(name="well_done").count() == 2
    shown = cast.ion().get(at(page)).content.decode()
    assert 'value="well_done" aria-pressed="true"' in shown
    assert 'value="like" aria-pressed="false"' in shown


def test_pupils_see_no_numbers_of_signs():
    """H15: no race for likes."""
    scene = a_twinspace()
    page = a_page(scene)
    for who in (cast.ana(), cast.ion()):
        react(by=who.actor, kind="page", thing_ref=page.ref, name="like")
    number = '<span class="ot-reaction__count">2</span>'
    assert number in cast.freja().get(at(page)).content.decode()
    assert "ot-reaction__count" not in scene.nina.get(at(page)).content.decode()


def test_a_sign_nobody_knows_is_refused():
    scene = a_twinspace()
    page = a_page(scene)
    with pytest.raises(Invalid):
        react(by=scene.nina.actor, kind="page", thing_ref=page.ref, name="<script>")


# Cost, box.


@pytest.mark.parametrize("kind", ["page", "post"])
def test_the_number_of_questions_does_not_grow_with_the_comments(kind):
    scene = a_twinspace()
    if kind == "page":
        thing = a_page(scene)
    else:
        thing = write_post(by=cast.ana().actor, space=scene.twinspace.space, text="Snow.")
    address = f"/spaces/{kind}s/{thing.ref}/"

    def say(words):
        made = write_remark(by=cast.ion().actor, kind=kind, thing_ref=thing.ref, text=words)
        write_remark(by=cast.ana().actor, kind=kind, thing_ref=thing.ref, text="Yes", parent=made)
        react(by=cast.ion().actor, kind=kind, thing_ref=thing.ref, name="like")

    say("One")
    first = asked(address)
    say("Two")
    say("Three")
    assert asked(address) == first


def asked(address):
    cast.freja().get(address)
    with CaptureQueriesContext(connection) as found:
        cast.freja().get(address)
    return len(found)


def test_a_box_holds_what_everybody_may_read(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"
    scene = a_twinspace()
    page = a_page(scene)
    remark = says(scene.nina, page, quote="green")
    says(cast.ion(), page, "Two metres.", parent=remark)
    hide_remark(by=cast.ana().actor, remark=says(cast.freja(), page, "Stupid"), reason="No")
    box = opened(cast.ana(), scene.ref)
    first, second = box.records("remarks")
    assert (first["text"], first["quote"], first["about"]) == ("How deep is it?", "green", page.ref)
    assert second["answers"] == first["id"]
    assert "Stupid" not in box.site
