"""Diary, staff notes, pupils' wall: who sees, who decides, what visitors get (rows 28, 31, 35)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.places import TO_DOS
from opentwinning.core.verdicts import Conflict, Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.people.safeguarding.models import Statement
from opentwinning.workspace.files.actions import (
    change_file,
    delete_file,
    give_file_back,
    withhold_file,
)
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.wiring.cleaning import empty_trash
from opentwinning.workspace.posts.actions import (
    NewPhoto,
    approve_post,
    delete_post,
    edit_post,
    hide_post,
    publish_post,
    purge_posts,
    return_post,
    show_post,
    undelete_post,
    unpublish_post,
    write_post,
)
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.posts.policies import (
    may_approve_post,
    may_delete_post,
    may_edit_post,
    may_hide_post,
    may_publish_post,
    may_read_post,
)
from opentwinning.workspace.posts.queries import photos_of, published_posts
from tests.inputs import image
from tests.scenes.files import received

TEACHERS = {"ana", "ion", "freja"}
EVERYBODY = TEACHERS | {"nina", "luka", "mihai"}


def allowed(scene, rule):
    return {name for name in EVERYBODY if rule(scene.member(name), scene.space)}


def a_post(scene, person=None, **values):
    values = {"text": "We measured the river."} | values
    return write_post(by=(person or scene.freja).actor, space=scene.space, **values)


def a_photo(**values) -> NewPhoto:
    return NewPhoto(received("river.png", image("no_exif.png").read_bytes()), **values)


def readers(scene, post):
    post = Post.objects.select_related("author__pupil").get(pk=post.pk)
    return allowed(scene, lambda m, s: may_read_post(m, post))


# ---------------------------------------------------------------- who may


@pytest.mark.parametrize(
    ("place", "author", "expected"),
    [
        ("whole", "freja", EVERYBODY),
        ("staff_room", "freja", TEACHERS),
        ("pupil_corner", "nina", EVERYBODY),
    ],
)
def test_places_decide_who_reads(scene, place, author, expected):
    assert readers(scene, a_post(scene, getattr(scene, author), place=place)) == expected


def test_only_pupils_write_on_the_wall_and_only_teachers_in_the_staff_room(scene):
    """T-14, T-15, X-46, X-47."""
    with pytest.raises(Refused, match="Only pupils"):
        a_post(scene, scene.ana, place="pupil_corner")
    with pytest.raises(Refused) as refusal:
        a_post(scene, scene.nina, place="staff_room")
    assert refusal.value.verdict.secret
    assert a_post(scene, scene.nina, place="pupil_corner").state == "visible"


def test_a_pupils_diary_post_waits_for_her_teacher(scene):
    """H13, matrix row 31: (t) for pupils, A(k) for teachers, A for project admins."""
    post = a_post(scene, scene.nina)
    assert post.state == "waiting"
    assert readers(scene, post) == TEACHERS | {"nina"}
    assert allowed(scene, lambda m, s: may_approve_post(m, s, post)) == {"ana", "ion"}
    refusal = may_approve_post(scene.member("freja"), scene.space, post)
    assert "own teacher" in str(refusal.reason)
    approve_post(by=scene.ana.actor, post=post)
    assert readers(scene, post) == EVERYBODY
    with pytest.raises(Refused, match="does not wait"):
        approve_post(by=scene.ion.actor, post=post)


def test_a_teacher_of_the_class_decides_without_being_admin(scene):
    school_class = scene.nina.pupil.school_class
    with free_writing():  # a colleague of the same school, in little
        ClassOwner.objects.create(school_class=school_class, educator=scene.freja.educator)
    post = a_post(scene, scene.nina)
    assert allowed(scene, lambda m, s: may_approve_post(m, s, post)) == TEACHERS


def test_the_other_rights(scene):
    post = a_post(scene)
    assert allowed(scene, lambda m, s: may_edit_post(m, s, post)) == TEACHERS
    assert allowed(scene, lambda m, s: may_delete_post(m, s, post)) == TEACHERS
    assert allowed(scene, lambda m, s: may_hide_post(m, s, post)) == TEACHERS
    assert allowed(scene, lambda m, s: may_publish_post(m, s, post)) == {"ana", "ion"}
    scene.closes()
    for rule in (may_edit_post, may_delete_post, may_hide_post, may_publish_post):
        assert allowed(scene, lambda m, s, rule=rule: rule(m, s, post)) == set()


# ---------------------------------------------------------------- what happens


def test_photos_of_a_waiting_post_wait_too(scene):
    post = a_post(scene, scene.nina, photos=[a_photo(alt_text="A mill")])
    (file,) = photos_of([post])[post.pk]
    url = f"/spaces/files/{file.ref}/thumb"
    assert scene.mihai.get(url).status_code == 404
    assert scene.nina.get(url).status_code == 200
    approve_post(by=scene.ana.actor, post=post)
    assert scene.mihai.get(url).status_code == 200
    hide_post(by=scene.ana.actor, post=post, reason="Faces")
    assert scene.mihai.get(url).status_code == 404


def test_the_teacher_asks_again_and_the_pupil_changes_the_post(scene):
    post = a_post(scene, scene.nina, text="my adress is")
    with pytest.raises(Invalid, match="Write what you ask"):
        return_post(by=scene.ana.actor, post=post, question="")
    return_post(by=scene.ana.actor, post=post, question="Leave your address out.")
    page = scene.nina.get(f"/spaces/posts/{post.ref}/").text
    assert "Leave your address out." in page
    edited = edit_post(by=scene.nina.actor, post=post, title="", text="Better", version=1)
    assert (edited.state, edited.version) == ("waiting", 2)
    approve_post(by=scene.ana.actor, post=post)
    again = edit_post(by=scene.nina.actor, post=post, title="", text="New", version=2)
    assert again.state == "waiting"


def test_a_form_sent_twice_makes_one_post(scene):
    """G6."""
    one = a_post(scene, form_token="t")
    assert a_post(scene, form_token="t") == one
    assert a_post(scene, form_token="t", text="Other words") != one


def test_changing_an_old_version_is_a_conflict(scene):
    post = a_post(scene)
    edit_post(by=scene.freja.actor, post=post, title="", text="Two", version=1)
    with pytest.raises(Conflict):
        edit_post(by=scene.freja.actor, post=post, title="", text="Three", version=1)
    assert Post.objects.get(pk=post.pk).text == "Two"


def test_a_post_needs_words_or_photos_and_has_at_most_six(scene):
    with pytest.raises(Invalid, match="Write something"):
        a_post(scene, text="")
    with pytest.raises(Invalid, match="six photos"):
        a_post(scene, photos=[NewPhoto(received()) for _ in range(7)])
    assert not Post.objects.exists()
    assert not SpaceFile.objects.exists()


def test_hiding_says_why_and_tells_an_adult_author(scene):
    """H17."""
    post = a_post(scene)
    hide_post(by=scene.ana.actor, post=post, reason="Wrong project")
    assert readers(scene, post) == TEACHERS
    assert Notice.objects.get(kind="safeguarding.stated").account_id == scene.freja.account.pk
    statement = Statement.objects.get()
    assert (statement.reason, statement.ended_at) == ("Wrong project", None)
    assert LedgerEntry.objects.filter(verb__endswith="hide_post", reason="Wrong project").exists()
    show_post(by=scene.ion.actor, post=post)
    assert readers(scene, post) == EVERYBODY
    assert Statement.objects.get().ended_at is not None


def test_a_photo_hidden_after_a_report_leaves_its_post(scene):
    """H17: no broken frame stays; it comes back into the post."""
    post = a_post(scene, photos=[a_photo(alt_text="A mill")])
    file, address = photos_of([post])[post.pk][0], f"/spaces/posts/{post.ref}/"
    assert file.ref in scene.nina.get(address).content.decode()
    withhold_file(by=SYSTEM, ref=file.ref)
    assert file.ref not in scene.nina.get(address).content.decode()
    give_file_back(by=SYSTEM, ref=file.ref)
    assert file.ref in scene.nina.get(address).content.decode()


def test_a_pupils_own_teacher_writes_no_letter_to_herself(scene):
    """G8: the reason stands beside the text; nobody is told about what she hid of her own."""
    hide_post(by=scene.ana.actor, post=a_post(scene, scene.nina), reason="x")
    hide_post(by=scene.freja.actor, post=a_post(scene), reason="x")
    assert not Statement.objects.exists()


def test_deleting_is_undone_and_forgotten_after_thirty_days(scene, clock):
    post = delete_post(by=scene.nina.actor, post=a_post(scene, scene.nina))
    assert readers(scene, post) == set()
    with pytest.raises(Refused):
        undelete_post(by=scene.mihai.actor, post=post)
    undelete_post(by=scene.nina.actor, post=post)
    delete_post(by=scene.nina.actor, post=post)
    clock.passes(days=31)
    assert purge_posts(by=scene.ana.actor) == 1


def test_a_purged_file_leaves_its_post(scene, clock):
    post = a_post(scene, photos=[a_photo()])
    (file,) = photos_of([post])[post.pk]
    delete_file(by=scene.freja.actor, file=file)
    clock.passes(days=31)
    empty_trash({})
    assert not PostPhoto.objects.exists()
    assert Post.objects.filter(pk=post.pk).exists()


# ---------------------------------------------------------------- visitors


def test_visitors_read_a_frozen_copy_without_a_pupils_name(scene):
    """X-42 turned round: closed by default, opened one by one (H12)."""
    post = a_post(scene, scene.nina, photos=[a_photo(alt_text="A mill", people_shown="nobody")])
    approve_post(by=scene.ana.actor, post=post)
    assert published_posts([scene.space.pk]) == []
    publish_post(by=scene.ana.actor, post=post, version=1)
    (shown,) = published_posts([scene.space.pk])
    assert (shown.author, shown.country, len(shown.photos)) == ("A pupil", "SI", 1)
    url = f"/spaces/d/{post.ref}/"
    seen = scene.visitor.get(url).text
    assert "We measured" in seen
    assert "Nina" not in seen
    thumb = f"/spaces/files/{shown.photos[0].ref}/thumb"
    assert scene.visitor.get(thumb).status_code == 200
    edit_post(by=scene.ana.actor, post=post, title="", text="Something closed", version=1)
    assert "Something closed" not in scene.visitor.get(url).text
    unpublish_post(by=scene.ana.actor, post=post)
    assert scene.visitor.get(url).status_code == 404
    assert scene.visitor.get(thumb).status_code == 404


def test_photos_without_description_or_with_doubt_stop_publishing(scene):
    post = a_post(scene, photos=[a_photo()])
    with pytest.raises(Invalid, match="may not be public"):
        publish_post(by=scene.ana.actor, post=post, version=1)
    (file,) = photos_of([post])[post.pk]
    change_file(
        by=scene.freja.actor, file=file, place="whole", alt_text="", album="", people_shown="nobody"
    )
    with pytest.raises(Invalid, match="no description"):
        publish_post(by=scene.ana.actor, post=post, version=1)
    with pytest.raises(Refused):
        publish_post(by=scene.freja.actor, post=post, version=1)


@pytest.mark.parametrize("how", ["hide", "delete"])
def test_a_hidden_or_deleted_post_is_closed_to_visitors(scene, how):
    post = a_post(scene)
    publish_post(by=scene.ana.actor, post=post, version=1)
    if how == "hide":
        hide_post(by=scene.ana.actor, post=post, reason="x")
    else:
        delete_post(by=scene.ana.actor, post=post)
    assert published_posts([scene.space.pk]) == []
    assert scene.visitor.get(f"/spaces/d/{post.ref}/").status_code == 404


# ---------------------------------------------------------------- screens


def test_writing_with_a_photo_over_the_screen(scene):
    """T-07."""
    url = f"/spaces/{scene.space.ref}/posts/new/whole/"
    assert "Your teacher looks at it first." in scene.nina.get(url).text
    photo = SimpleUploadedFile("mill.png", image("no_exif.png").read_bytes())
    values = {"title": "Mill", "text": "It turns.", "photo_1": photo, "alt_1": "A mill"}
    answer = scene.nina.post(url, values, follow=True)
    assert "Sent. Your teacher looks at it first." in answer.text
    assert 'alt="A mill"' in answer.text
    assert "It turns." not in scene.mihai.get(f"/spaces/{scene.space.ref}/diary/").text


def test_a_bad_photo_keeps_the_text_and_leaves_nothing(scene, settings):
    url = f"/spaces/{scene.space.ref}/posts/new/whole/"
    good = SimpleUploadedFile("mill.png", image("no_exif.png").read_bytes())
    bad = SimpleUploadedFile("x.svg", b"<svg/>")
    answer = scene.freja.post(url, {"text": "Long words", "photo_1": good, "photo_2": bad})
    assert answer.status_code == 422
    assert "Long words" in answer.text
    assert "Choose a picture" in answer.text
    assert not Post.objects.exists()
    assert not [p for p in settings.MEDIA_ROOT.rglob("*") if p.is_file()]


def test_the_queue_of_a_teacher(scene):
    """Today says it, the diary says it, one press approves."""
    post = a_post(scene, scene.nina)
    todos = [todo for source in TO_DOS for todo in source(scene.ana.actor)]
    assert [t for t in todos if "1 post of a pupil waits" in str(t.text)]
    assert not [
        t for source in TO_DOS for t in source(scene.freja.actor) if "waits for you" in str(t.text)
    ]
    queue = f"/spaces/{scene.space.ref}/posts/waiting/"
    assert post.ref in scene.ana.get(queue).text
    assert post.ref not in scene.freja.get(queue).text
    assert scene.nina.get(queue).status_code == 404
    wrong = scene.ana.post(f"/spaces/posts/{post.ref}/ask/", {"note": ""})
    assert wrong.status_code == 422
    scene.ana.post(f"/spaces/posts/{post.ref}/approve/", {"version": post.version})
    assert "We measured" in scene.mihai.get(f"/spaces/{scene.space.ref}/diary/").text


def test_a_yes_is_for_the_words_that_were_read(scene):
    """H13: Nina changes her post while Ana has it open; the new words are read first."""
    post = a_post(scene, scene.nina)
    queue = f"/spaces/{scene.space.ref}/posts/waiting/"
    assert 'name="version" value="1"' in scene.ana.get(queue).text
    edit_post(by=scene.nina.actor, post=post, title="", text="Canary unread", version=1)
    approve, diary = f"/spaces/posts/{post.ref}/approve/", f"/spaces/{scene.space.ref}/diary/"
    for read in ({"version": 1}, {"version": "x"}, {}):
        scene.ana.post(approve, read)
        assert "Canary unread" not in scene.mihai.get(diary).text
    assert "Canary unread" in scene.ana.get(queue).text
    scene.ana.post(approve, {"version": 2})
    assert "Canary unread" in scene.mihai.get(diary).text


def test_the_staff_room_and_the_corner(scene):
    a_post(scene, place="staff_room", text="Canary among teachers")
    a_post(scene, scene.mihai, place="pupil_corner", text="Hello from Brasov")
    base = f"/spaces/{scene.space.ref}"
    assert "Canary among teachers" in scene.ana.get(f"{base}/staff-room/").text
    assert scene.nina.get(f"{base}/staff-room/").status_code == 404
    assert "Hello from Brasov" in scene.nina.get(f"{base}/pupil-corner/").text
    corner = scene.ana.get(f"{base}/pupil-corner/").text
    assert "Hello from Brasov" in corner
    assert "posts/new/pupil_corner" not in corner


def test_the_diary_costs_the_same_with_three_posts_as_with_one(scene):
    url = f"/spaces/{scene.space.ref}/diary/"
    a_post(scene, photos=[NewPhoto(received())])
    scene.nina.get(url)
    with CaptureQueriesContext(connection) as one:
        scene.nina.get(url)
    for person in (scene.ana, scene.ion):
        a_post(scene, person, photos=[NewPhoto(received())])
    with CaptureQueriesContext(connection) as three:
        scene.nina.get(url)
    assert len(one) == len(three)


def test_strangers_see_nothing(scene):
    post = a_post(scene)
    for url in (f"/spaces/posts/{post.ref}/", f"/spaces/{scene.space.ref}/diary/"):
        assert scene.marek.get(url).status_code == 404
    assert scene.visitor.get(f"/spaces/d/{post.ref}/").status_code == 404
