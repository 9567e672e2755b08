"""Teachers keep a few posts at the top of the diary (X-56)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.workspace.posts.actions import (
    delete_post,
    edit_post,
    hide_post,
    pin_post,
    show_post,
    undelete_post,
    unpin_post,
    withhold_post,
    write_post,
)
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.vocabulary import MAX_PINNED, PER_PAGE


def a_post(scene, person=None, **values):
    values = {"text": "We measured the river."} | values
    return write_post(by=(person or scene.freja).actor, space=scene.space, **values)


def diary(scene, person, query=""):
    return person.get(f"/spaces/{scene.space.ref}/diary/{query}").text


def is_pinned(post):
    return Post.objects.get(pk=post.pk).is_pinned


def test_a_teacher_pins_a_post_and_everybody_reads_it_first(scene):
    old, new = a_post(scene, text="Meet at noon"), a_post(scene, text="It rained")
    assert diary(scene, scene.nina).index(new.ref) < diary(scene, scene.nina).index(old.ref)
    answer = scene.freja.post(f"/spaces/posts/{old.ref}/pin/", follow=True).text
    assert "The post stands at the top of the diary now." in answer
    assert "Unpin" in answer
    seen = diary(scene, scene.nina)
    assert seen.index("Meet at noon") < seen.index("It rained")
    assert seen.count("Meet at noon") == 1
    assert "Pinned by teachers" in seen
    answer = scene.ana.post(f"/spaces/posts/{old.ref}/unpin/", follow=True).text
    assert "Pin to the top" in answer
    seen = diary(scene, scene.nina)
    assert seen.index("It rained") < seen.index("Meet at noon")
    assert "Pinned by teachers" not in seen


def test_pupils_pin_nothing_and_see_no_button(scene):
    post = a_post(scene)
    for act in (pin_post, unpin_post):
        with pytest.raises(Refused, match="Only teachers"):
            act(by=scene.nina.actor, post=post)
    assert "Pin to the top" not in scene.nina.get(f"/spaces/posts/{post.ref}/").text
    assert scene.nina.post(f"/spaces/posts/{post.ref}/pin/").status_code == 403
    assert scene.marek.post(f"/spaces/posts/{post.ref}/pin/").status_code == 404


def test_only_visible_posts_of_the_diary_are_pinned(scene):
    for post in (
        a_post(scene, scene.nina),
        a_post(scene, place="staff_room"),
        a_post(scene, scene.nina, place="pupil_corner"),
    ):
        with pytest.raises(Refused, match="Only a visible diary post"):
            pin_post(by=scene.ana.actor, post=post)


def test_a_closed_space_keeps_its_pins(scene):
    post, other = a_post(scene), a_post(scene)
    pin_post(by=scene.ana.actor, post=post)
    scene.closes()
    for act, each in ((unpin_post, post), (pin_post, other)):
        with pytest.raises(Refused):
            act(by=scene.ana.actor, post=Post.objects.get(pk=each.pk))
    assert is_pinned(post)


def test_three_posts_are_pinned_and_no_more(scene):
    first, *more, last = [a_post(scene) for _ in range(MAX_PINNED + 1)]
    for post in (first, *more):
        pin_post(by=scene.ana.actor, post=post)
    pin_post(by=scene.ion.actor, post=first)
    with pytest.raises(Invalid, match="Three posts are pinned already"):
        pin_post(by=scene.ion.actor, post=last)
    answer = scene.ion.post(f"/spaces/posts/{last.ref}/pin/", follow=True).text
    assert "Three posts are pinned already" in answer
    unpin_post(by=scene.ion.actor, post=first)
    assert is_pinned(pin_post(by=scene.ion.actor, post=last))


def test_hiding_and_deleting_take_the_pin_away(scene):
    hidden, deleted = a_post(scene), a_post(scene)
    for post in (hidden, deleted):
        pin_post(by=scene.ana.actor, post=post)
    hide_post(by=scene.ana.actor, post=hidden, reason="Wrong project")
    show_post(by=scene.ana.actor, post=hidden)
    delete_post(by=scene.ana.actor, post=deleted)
    undelete_post(by=scene.ana.actor, post=deleted)
    assert not is_pinned(hidden)
    assert not is_pinned(deleted)


def test_what_is_withheld_or_waits_again_is_at_no_pupils_top(scene):
    """H13, H17: a pin opens nothing."""
    post = a_post(scene, text="Canary of a report")
    pin_post(by=scene.ana.actor, post=post)
    withhold_post(by=SYSTEM, ref=post.ref)
    assert "Canary" not in diary(scene, scene.nina)
    assert "Canary" in diary(scene, scene.ana)
    assert Post.objects.get(pk=post.pk).state == "hidden"


def test_a_pinned_post_that_its_pupil_changes_waits_again(scene):
    """H13."""
    post = a_post(scene, scene.nina, text="Our mill")
    scene.ana.post(f"/spaces/posts/{post.ref}/approve/", {"version": post.version})
    pin_post(by=scene.ana.actor, post=post)
    edit_post(by=scene.nina.actor, post=post, title="", text="Canary unread", version=1)
    assert "Canary unread" not in diary(scene, scene.mihai)
    assert "Canary unread" in diary(scene, scene.ana)


def test_older_pages_of_the_diary_do_not_repeat_the_pinned(scene):
    pinned = a_post(scene, text="Meet at noon")
    pin_post(by=scene.ana.actor, post=pinned)
    posts = [a_post(scene) for _ in range(PER_PAGE + 1)]
    assert "Meet at noon" in diary(scene, scene.nina)
    older = diary(scene, scene.nina, f"?before={posts[1].pk}")
    assert posts[0].ref in older
    assert "Meet at noon" not in older


def test_the_diary_costs_the_same_with_three_pinned_posts_as_with_one(scene):
    posts = [a_post(scene) for _ in range(4)]
    pin_post(by=scene.ana.actor, post=posts[0])
    diary(scene, scene.nina)
    with CaptureQueriesContext(connection) as one:
        diary(scene, scene.nina)
    for post in posts[1:3]:
        pin_post(by=scene.ana.actor, post=post)
    with CaptureQueriesContext(connection) as three:
        diary(scene, scene.nina)
    assert len(one) == len(three)
