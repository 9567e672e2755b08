"""What is in a box and what is not (idea 9; B4, B10, H10, H17; J1)."""

import datetime as dt
import hashlib
import re

import pytest

from opentwinning.collaboration.boxes.adapters.names import Names
from opentwinning.collaboration.boxes.models import Box
from opentwinning.core.permits import free_writing
from opentwinning.workspace.calendar.actions import delete_event, plan_event, withhold_event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.files.actions import delete_file, name_pupils
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.forums.actions import (
    add_reply,
    delete_reply,
    hide_reply,
    open_thread,
    withhold_reply,
)
from opentwinning.workspace.forums.models import Reply
from opentwinning.workspace.pages.actions import create_page, delete_page, save_page, withhold_page
from opentwinning.workspace.posts.actions import (
    delete_post,
    hide_post,
    pin_post,
    withhold_post,
    write_post,
)
from opentwinning.workspace.posts.actions.write import NewPhoto
from opentwinning.workspace.posts.models import Post
from tests.cast import ana, freja, ion
from tests.inputs import image
from tests.scenes.boxes import an_ordered_box, download, opened
from tests.scenes.files import a_file, a_picture, received
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def a_diary_post(who, space, text, **values):
    return write_post(by=who.actor, space=space, text=text, **values)


def test_pages_with_their_history():
    scene = a_twinspace()
    page = create_page(
        by=ana().actor, space=scene.twinspace.space, title="Our river", text="First words."
    )
    save_page(by=ion().actor, page=page, title="Our river", text="Better words.", version=1)
    box = opened(freja(), scene.ref)

    assert "Better words." in box.page("our-river")
    assert "First words." not in box.site
    assert "Ion Popescu" in box.page("our-river")
    texts = [(v["number"], v["text"]) for v in box.records("page_versions")]
    assert texts == [(1, "First words."), (2, "Better words.")]
    (record,) = box.records("pages")
    assert (record["id"], record["version"], record["place"]) == (page.ref, 2, "whole")


def test_diary_notes_wall_and_talks():
    scene = a_twinspace()
    space = scene.twinspace.space
    a_diary_post(ana(), space, "We measured the water.", title="Day one")
    a_diary_post(ion(), space, "Who buys the nets?", place="staff_room")
    a_diary_post(scene.nina, space, "I saw a heron!", place="pupil_corner")
    thread = open_thread(by=ana().actor, space=space, title="What do we ask?", text="Ideas here.")
    add_reply(by=scene.mihai.actor, thread=thread, text="Ask the fishers.")
    box = opened(ion(), scene.ref)

    for words in ("We measured the water.", "Who buys the nets?", "I saw a heron!"):
        assert words in box.site
    assert "Ask the fishers." in box.page("what-do-we-ask")
    assert [r["number"] for r in box.records("replies")] == [1, 2]
    assert {r["place"] for r in box.records("posts")} == {"whole", "staff_room", "pupil_corner"}


def test_a_pinned_post_says_so():
    scene = a_twinspace()
    post = a_diary_post(ana(), scene.twinspace.space, "Read this first.")
    pin_post(by=ana().actor, post=post)
    (record,) = opened(ion(), scene.ref).records("posts")

    assert record["pinned_at"] is not None


def an_event(space, title, **values):
    day = dt.date(2027, 3, 3)
    when = When(day, day, "Europe/Ljubljana", dt.time(10), dt.time(11))
    return plan_event(by=ana().actor, space=space, title=title, when=when, **values)


def test_the_calendar():
    scene = a_twinspace()
    event = an_event(scene.twinspace.space, "Video lesson", where="Room 5")
    box = opened(ion(), scene.ref)

    assert "Video lesson" in box.page("calendar")
    assert "Room 5" in box.page("calendar")
    (record,) = box.records("events")
    assert (record["id"], record["begins_at"]) == (event.ref, "2027-03-03T09:00:00+00:00")


def test_files_lie_once_beside_the_texts_that_show_them():
    scene = a_twinspace()
    space = scene.twinspace.space
    river = a_picture(ana(), space, "river #1.png", alt_text="The river in May", album="Spring")
    create_page(
        by=ana().actor, space=space, title="Our river", text=f"![The river](file:{river.ref})"
    )
    box = opened(ion(), scene.ref)
    (record,) = box.records("files")

    assert record["path"] == "files/river #1.webp" or record["path"].startswith("files/river #1.")
    content = box.zip.read(record["path"])
    assert hashlib.sha256(content).hexdigest() == record["sha256"]
    assert (record["alt_text"], record["album"]) == ("The river in May", "Spring")
    src = re.search(r'<img src="([^"]+)"', box.page("our-river"))[1]
    assert src.startswith("../files/river%20%231.")
    assert "The river in May" in box.page("site/files")


def test_pictures_of_posts_stand_below_them():
    scene = a_twinspace()
    photo = NewPhoto(received("heron.png", image("no_exif.png").read_bytes()), alt_text="A heron")
    a_diary_post(ana(), scene.twinspace.space, "Look!", photos=[photo])
    box = opened(ion(), scene.ref)

    assert box.records("posts")[0]["photos"] == [SpaceFile.objects.get().ref]
    assert 'alt="A heron"' in box.page("site/posts")


def test_equal_names_do_not_cover_each_other():
    scene = a_twinspace()
    a_file(ana(), scene.twinspace.space, "Plan.pdf")
    a_file(ion(), scene.twinspace.space, "plan.pdf")
    box = opened(freja(), scene.ref)

    assert [r["path"] for r in box.records("files")] == ["files/Plan.pdf", "files/plan (2).pdf"]


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("../../etc/passwd", "etcpasswd"),
        ("con.txt", "_con.txt"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("", "file"),
        (".pdf", "pdf"),
        ("x" * 300 + ".png", "x" * 100 + ".png"),
    ],
)
def test_every_name_is_safe(wish, name):
    """D10."""
    assert Names().unique(wish) == name


def test_nothing_hidden_waiting_or_deleted_is_in_it():
    """B10, H17: not even what project admins still see on the site."""
    scene = a_twinspace()
    space, teacher = scene.twinspace.space, ana().actor
    withhold_page(
        by=teacher, ref=create_page(by=teacher, space=space, title="CLOSED-1", text="CLOSED-2").ref
    )
    delete_page(by=teacher, page=create_page(by=teacher, space=space, title="CLOSED-3", text=""))
    withhold_post(by=teacher, ref=a_diary_post(ana(), space, "CLOSED-4").ref)
    hide_post(by=teacher, post=a_diary_post(ion(), space, "CLOSED-5"), reason="Not nice.")
    delete_post(by=teacher, post=a_diary_post(ana(), space, "CLOSED-6"))
    a_diary_post(scene.nina, space, "CLOSED-7 waits")
    thread = open_thread(by=teacher, space=space, title="Talk", text="Shown.")
    hide_reply(by=teacher, reply=add_reply(by=teacher, thread=thread, text="CLOSED-8"), reason="No")
    delete_reply(by=teacher, reply=add_reply(by=teacher, thread=thread, text="CLOSED-9"))
    said = add_reply(by=teacher, thread=thread, text="CLOSED-10")
    withhold_reply(by=teacher, ref=said.ref, reason="report")
    delete_file(by=teacher, file=a_file(ana(), space, "CLOSED-11.pdf"))
    withhold_event(by=teacher, ref=an_event(space, "CLOSED-12").ref)
    delete_event(by=teacher, event=an_event(space, "CLOSED-13"))
    box = opened(ana(), scene.ref)

    assert b"Shown." in box.everything
    assert b"CLOSED" not in box.everything
    assert b"CLOSED" not in "\n".join(box.names).encode()


def test_a_file_without_consent_is_not_in_it_and_a_list_says_so():
    """H10: also not for the admin who sees it on the site."""
    scene = a_twinspace()
    a_picture(
        ana(), scene.twinspace.space, "class.png", people_shown="pupils",
        shown=[scene.member(scene.nina).ref],
    )  # fmt: skip
    assert SpaceFile.objects.get().is_closed
    box = opened(ana(), scene.ref)

    assert box.records("files") == []
    assert not [name for name in box.names if name.startswith("files/")]
    assert "class." in box.manifest["left_out"][0]
    assert "class." in box.page("index")
    assert Box.objects.get().left_out == 1
    others = opened(freja(), scene.ref)
    assert others.manifest["left_out"] == []
    assert b"class." not in others.everything


def test_a_file_that_is_gone_from_the_disk_is_said_too():
    scene = a_twinspace()
    file = a_file(ana(), scene.twinspace.space, "lost.pdf")
    disk.remove(file.stored_name)

    assert opened(ana(), scene.ref).manifest["left_out"] == ["lost.pdf"]


def test_pupils_stand_in_it_by_nickname_and_nobody_by_an_address():
    """J2: no sign-in data, no ids of accounts."""
    scene = a_twinspace()
    a_diary_post(scene.nina, scene.twinspace.space, "I saw a heron!", place="pupil_corner")
    box = opened(ion(), scene.ref)
    people = {person["name"]: person for person in box.records("people")}

    assert people["Nina"]["capacity"] == "pupil"
    assert set(people) == {"Ana Kovač", "Ion Popescu", "Freja Lund", "Nina", "Mihai"}
    for secret in (b"@example.org", scene.nina.pupil.ref.encode(), ana().account.ref.encode()):
        assert secret not in box.everything
    assert "Nina" in box.page("index")


def test_the_site_opens_from_the_disk_without_script_or_network():
    scene = a_twinspace()
    create_page(
        by=ana().actor, space=scene.twinspace.space, title="Our river",
        text="<script>alert(1)</script> ![far](https://example.com/x.png) [inside](/help)",
    )  # fmt: skip
    box = opened(ana(), scene.ref)

    assert "<script" not in box.site
    assert "style.css" in box.names
    sources = re.findall(r'(?:src|<link rel="stylesheet" href)="([^"]+)"', box.site)
    assert all(not s.startswith(("http", "/", "//")) for s in sources)
    assert 'href="http://' in box.page("our-river")  # links to this site lead back to it
    folders = {name: name.count("/") for name in box.names if name.endswith(".html")}
    for name, depth in folders.items():
        page = box.zip.read(name).decode()
        for link in re.findall(r'href="([^"#:]+)"', page):
            parts = link.split("/")
            target = "/".join(parts[1:]) if depth and parts[0] == ".." else link
            assert target in box.names, f"{name} -> {link}"


def test_it_speaks_the_language_of_its_reader():
    scene = a_twinspace()
    teacher = ion()
    teacher.account.language = "ro"
    with free_writing():
        teacher.account.save(update_fields=["language"])
    assert '<html lang="ro">' in opened(teacher, scene.ref).page("index")


def test_the_manifest_holds_sizes_and_sums():
    scene = a_twinspace()
    a_file(ana(), scene.twinspace.space)
    box = opened(ana(), scene.ref)

    assert (box.manifest["format"], box.manifest["version"]) == ("opentwinning-box", 1)
    assert box.manifest["project"]["title"] == "Water around us"
    listed = {entry["path"]: entry for entry in box.manifest["files"]}
    expected = {n for n in box.names if n.startswith(("package/", "files/"))}
    assert set(listed) == expected - {"package/opentwinning.json"}
    for path, entry in listed.items():
        content = box.zip.read(path)
        assert (len(content), hashlib.sha256(content).hexdigest()) == (
            entry["size"],
            entry["sha256"],
        )


def test_a_consent_taken_back_closes_the_box():
    """H10: what closed after the packing is not handed out."""
    scene = a_twinspace()
    picture = a_picture(ana(), scene.twinspace.space, "class.png")
    box = an_ordered_box(ion(), scene.ref)
    name_pupils(by=ana().actor, file=picture, shown=[scene.member(scene.nina).ref])

    assert download(ion(), box).status_code == 403


def test_a_hidden_post_or_reply_closes_the_box():
    scene = a_twinspace()
    space = scene.twinspace.space
    post = a_diary_post(ana(), space, "Well.")
    thread = open_thread(by=ana().actor, space=space, title="Talk", text="Begins.")
    box = an_ordered_box(ion(), scene.ref)
    assert download(ion(), box).status_code == 200
    withhold_reply(by=ana().actor, ref=Reply.objects.get(thread=thread).ref, reason="report")
    assert download(ion(), box).status_code == 403
    box = an_ordered_box(freja(), scene.ref)
    withhold_post(by=ana().actor, ref=Post.objects.get(pk=post.pk).ref)
    assert download(freja(), box).status_code == 403
