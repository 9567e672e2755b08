"""The Atom feed of a public project (B10): what everybody may read now, and nothing else."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.collaboration.projects.actions import publish_project, unpublish_project
from opentwinning.workspace.pages.actions import create_page, publish_page, unpublish_page
from opentwinning.workspace.posts.actions import approve_post, publish_post, write_post
from tests.cast import Visitor, ana, ion
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import TwinSpaceScene, a_twinspace

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def a_public_twinspace() -> TwinSpaceScene:
    scene = a_twinspace()
    publish_project(
        by=ana().actor, project=fresh(scene.project), parts=["aims"], shows_educators=True
    )
    return scene


def shown(scene, title, text="It is green."):
    made = create_page(by=ana().actor, space=scene.twinspace.space, title=title, text=text)
    publish_page(by=ana().actor, page=made, version=made.version)
    return made


def address(scene) -> str:
    return f"/twinspaces/feeds/{scene.project.ref}"


def read(scene, who=None):
    answer = (who or Visitor()).get(address(scene))
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(answer.content)


def titles(feed) -> list[str]:
    return [each.text for each in feed.findall("a:entry/a:title", ATOM)]


def test_the_feed_is_valid_atom_with_all_a_reader_needs():
    """RFC 4287: id, title, updated and author of each; absolute links; the language of each."""
    scene = a_public_twinspace()
    shown(scene, "Our river", "Water < 5 °C & <script>alert(1)</script>")
    feed = read(scene)

    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for part in ("id", "title", "updated"):
        assert feed.findtext(f"a:{part}", namespaces=ATOM)
    links = {each.get("rel"): each.get("href") for each in feed.findall("a:link", ATOM)}
    assert links["self"] == settings.ADDRESS + address(scene)
    assert links["alternate"] == f"{settings.ADDRESS}/projects/{scene.project.ref}"
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.get(LANG) == "en"
    assert entry.findtext("a:author/a:name", namespaces=ATOM) == "Ana Kovač"
    updated = entry.findtext("a:updated", namespaces=ATOM)
    assert dt.datetime.fromisoformat(updated).tzinfo is not None
    link = entry.find("a:link", ATOM).get("href")
    assert link == entry.findtext("a:id", namespaces=ATOM)
    assert Visitor().get(link.removeprefix(settings.ADDRESS)).status_code == 200
    assert "<" not in entry.findtext("a:summary", namespaces=ATOM), "read as HTML, so escaped"


def test_only_what_is_public_stands_in_it_and_what_is_withdrawn_vanishes_at_once():
    scene = a_public_twinspace()
    page = shown(scene, "Our river")
    create_page(by=ana().actor, space=scene.twinspace.space, title="Only for us", text="Hush.")
    assert titles(read(scene)) == ["Our river"]
    assert titles(read(scene, ana())) == ["Our river"], "members read no more than others"
    answer = Visitor().get(address(scene))
    assert "no-cache" in answer["Cache-Control"]
    again = Visitor().get(address(scene), headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304

    page.refresh_from_db()
    unpublish_page(by=ana().actor, page=page)
    assert titles(read(scene)) == []
    later = Visitor().get(address(scene), headers={"if-none-match": answer["ETag"]})
    assert later.status_code == 200

    unpublish_project(by=ana().actor, project=fresh(scene.project), reason="A mistake")
    for who in (Visitor(), ana()):
        assert who.get(address(scene)).status_code == 404


def test_a_pupil_is_never_named_in_it():
    """5.6."""
    scene = a_public_twinspace()
    space = scene.twinspace.space
    post = write_post(by=scene.nina.actor, space=space, title="", text="We saw an otter.")
    post = approve_post(by=ana().actor, post=post)
    publish_post(by=ana().actor, post=post, version=post.version)
    answer = Visitor().get(address(scene)).content.decode()

    assert "We saw an otter." in answer
    assert "A pupil" in answer
    assert "Nina" not in answer
    assert titles(read(scene)) == ["Diary"]


def test_the_ids_do_not_depend_on_the_readers_language():
    scene = a_public_twinspace()
    shown(scene, "Our river")
    plain = Visitor().get(address(scene)).content
    assert Visitor().get(f"/sl{address(scene)}").content == plain


def test_visitors_find_the_feed_on_the_public_page():
    scene = a_public_twinspace()
    shown(scene, "Our river")
    seen = Visitor().get(f"/projects/{scene.project.ref}").content.decode()
    assert f'href="{address(scene)}" type="application/atom+xml"' in seen


def test_the_feed_costs_the_same_for_one_entry_and_for_three():
    scene = a_public_twinspace()
    costs = []
    for number in range(3):
        shown(scene, f"Page {number}")
        Visitor().get(address(scene))
        with CaptureQueriesContext(connection) as asked:
            read(scene)
        costs.append(len(asked))
    assert costs[0] == costs[2]


def test_a_project_that_is_not_public_has_no_feed():
    scene = a_twinspace()
    for who in (Visitor(), ana(), ion(), scene.nina):
        assert who.get(address(scene)).status_code == 404


def test_programs_find_the_feed_in_the_head_of_the_public_page():
    scene = a_public_twinspace()
    page = Visitor().get(f"/projects/{scene.project.ref}").content.decode()
    head = page.partition("</head>")[0]
    assert f'type="application/atom+xml" title="{fresh(scene.project).publication.title}"' in head
    assert f'{address(scene)}">' in head


def test_a_preview_names_no_feed():
    """Nothing is public yet, so there is nothing to follow."""
    scene = a_twinspace()
    page = ana().get(f"/projects/{scene.project.ref}/preview").content.decode()
    assert "application/atom+xml" not in page
