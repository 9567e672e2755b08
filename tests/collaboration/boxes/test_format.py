"""The open format: documented, checked by a schema, and nothing is lost on the way out (pain 1)."""

import datetime as dt
import re

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opentwinning.collaboration.boxes.adapters.shapes import SCHEMA, faults
from opentwinning.core.boxes import BOX_PARTS
from opentwinning.workspace.calendar.actions import cancel_event, plan_event
from opentwinning.workspace.calendar.models import Event
from opentwinning.workspace.calendar.vocabulary import When
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.forums.actions import add_reply, open_thread
from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.pages.actions import create_page, save_page, set_up_page
from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.posts.actions import edit_post, write_post
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.spaces.vocabulary import SpacePlace
from tests.cast import ana, freja, ion
from tests.scenes.boxes import opened
from tests.scenes.files import a_file
from tests.scenes.twinspaces import a_twinspace
from tools.launcher.place import ROOT

pytestmark = pytest.mark.django_db
DOCUMENT = ROOT / "docs" / "box-format.md"
KINDS = (
    "pages", "page_versions", "posts", "threads", "replies", "activities", "hand_ins", "files",
    "events", "polls", "remarks", "people",
)  # fmt: skip


@pytest.fixture
def own_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def test_every_kind_of_every_tool_has_a_schema():
    kinds = {name for part in BOX_PARTS for name in part.kinds} | {"people"}
    assert kinds == set(KINDS) == set(SCHEMA["$defs"]) - {"manifest"}


def test_every_field_is_documented():
    """The document names each field of each kind, and no other."""
    document = DOCUMENT.read_text("utf-8")
    for kind in (*KINDS, "manifest"):
        section = re.search(rf"^### `{kind}`.*?(?=^##|\Z)", document, re.MULTILINE | re.DOTALL)
        assert section, f"docs/box-format.md says nothing about {kind}"
        told = set(re.findall(r"^\| `([\w.]+)`", section[0], re.MULTILINE))
        shape = SCHEMA["$defs"][kind]["properties"]
        fields = set(shape)
        for name, each in shape.items():
            if "properties" in each:
                fields |= {f"{name}.{inner}" for inner in each["properties"]}
        assert told == fields, kind


texts = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=60
).filter(lambda words: words.strip() == words and words)
places = st.sampled_from([SpacePlace.WHOLE, SpacePlace.STAFF_ROOM])
WHEN = When(dt.date(2027, 3, 3), dt.date(2027, 3, 3), "Europe/Ljubljana", dt.time(10), dt.time(11))


def a_page(space, title, words, place, again):
    parent = Page.objects.filter(parent=None, place=place).first()
    page = create_page(
        by=ion().actor, space=space, title=title, text=words, place=place, parent=parent
    )
    if again:
        save_page(by=ana().actor, page=page, title=words, text=title, version=1)
        page.refresh_from_db()
        set_up_page(by=ion().actor, page=page, place=place, state="draft", pupils_may_edit=True)


def a_post(space, title, words, place, again):
    post = write_post(by=ion().actor, space=space, title=title, text=words, place=place)
    if again:
        edit_post(by=ion().actor, post=post, title="", text=title, version=1)


def a_talk(space, title, words, place, again):
    thread = open_thread(by=ion().actor, space=space, title=title, text=words, place=place)
    if again:
        add_reply(by=freja().actor, thread=thread, text=words)


def an_event(space, title, words, place, again):
    event = plan_event(by=ion().actor, space=space, title=title, when=WHEN, text=words, place=place)
    if again:
        cancel_event(by=ion().actor, event=event)


def a_described_file(space, title, words, place, again):
    a_file(ion(), space, place=place, alt_text=title, album=words if again else "")


steps = st.lists(
    st.tuples(
        st.sampled_from([a_page, a_post, a_talk, an_event, a_described_file]),
        texts, texts, places, st.booleans(),
    ),
    max_size=6,
)  # fmt: skip


@given(steps)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_lost(own_disk, steps):
    """Random spaces: every row somebody made stands in the package as it is in the database, in the
    shape the schema says, and its words stand on the site."""
    with transaction.atomic():
        scene = a_twinspace()
        for happens, title, words, place, again in steps:
            happens(scene.twinspace.space, title, words, place, again)
        box = opened(ana(), scene.ref)

        assert faults(box.manifest, SCHEMA["$defs"]["manifest"]) == []
        for kind in KINDS:
            for record in box.records(kind):
                assert faults(record, SCHEMA["$defs"][kind], kind) == []
        compared(box)
        transaction.set_rollback(True)


def compared(box):
    """The package against the tables."""
    people = {each["id"]: each["name"] for each in box.records("people")}
    pages = {r["id"]: r for r in box.records("pages")}
    assert len(pages) == Page.objects.count()
    for row in Page.objects.select_related("parent", "created_by"):
        told = pages[row.ref]
        assert told["parent"] == (row.parent.ref if row.parent else None)
        assert (told["title"], told["place"], told["state"], told["language"]) == (
            row.title, row.place, row.state, row.language,
        )  # fmt: skip
        assert people[told["by"]] == row.created_by.name
        assert told["pupils_may_edit"] == row.pupils_may_edit
    assert [
        (v["page"], v["number"], v["title"], v["text"]) for v in box.records("page_versions")
    ] == list(
        PageVersion.objects.order_by("page", "number").values_list(
            "page__ref", "number", "title", "text"
        )
    )
    assert sorted((p["id"], p["title"], p["text"], p["place"]) for p in box.records("posts")) == (
        sorted(Post.objects.values_list("ref", "title", "text", "place"))
    )
    assert [(t["id"], t["title"], t["place"]) for t in box.records("threads")] == list(
        Thread.objects.order_by("pk").values_list("ref", "title", "place")
    )
    assert [(r["thread"], r["number"], r["text"]) for r in box.records("replies")] == list(
        Reply.objects.order_by("thread", "number").values_list("thread__ref", "number", "text")
    )
    assert [
        (f["id"], f["name"], f["alt_text"], f["album"], f["sha256"]) for f in box.records("files")
    ] == list(
        SpaceFile.objects.order_by("pk").values_list("ref", "name", "alt_text", "album", "sha256")
    )
    assert [(e["id"], e["title"], e["text"], e["cancelled_at"]) for e in box.records("events")] == [
        (e.ref, e.title, e.text, e.cancelled_at and e.cancelled_at.isoformat())
        for e in Event.objects.order_by("begins_at", "pk")
    ]
    ids = box.zip.read("package/ids.txt").decode().split()
    assert (
        len(ids)
        == len(set(ids))
        == sum(model.objects.count() for model in (Page, Post, Thread, Reply, SpaceFile, Event))
    )
