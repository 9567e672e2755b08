"""The TwinSpace of a deleted project: withheld, given back, or emptied for good (row 27, B10, J8,
D15)."""

import pytest

from opentwinning.collaboration.projects.actions import ask_deletion, stop_deletion
from opentwinning.collaboration.twinspaces.actions import describe_twinspace
from opentwinning.collaboration.twinspaces.queries import pupils_to_forget
from opentwinning.collaboration.twinspaces.vocabulary import KEPT
from opentwinning.core.clock import now
from opentwinning.core.work import KINDS
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.forums.actions import open_thread
from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.pages.actions import create_page, publish_page
from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.posts.actions import publish_post, write_post
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.spaces.models import Member
from tests import cast
from tests.scenes.files import a_picture
from tests.scenes.labels import a_label
from tests.scenes.twinspaces import TwinSpaceScene, a_twinspace

pytestmark = pytest.mark.django_db


def furnished() -> tuple[TwinSpaceScene, list[str]]:
    """A TwinSpace with something of every tool, and the addresses that visitors may open."""
    scene = a_twinspace()
    space, by = scene.twinspace.space, scene.ana.actor
    picture = a_picture(scene.ana, space)
    page = create_page(by=by, space=space, title="River", text="CANARY-page")
    publish_page(by=by, page=page, version=page.version)
    describe_twinspace(
        by=by,
        twinspace=scene.twinspace,
        title=space.title,
        description="CANARY-description",
        cover=picture,
    )
    post = write_post(by=by, space=space, title="Otter", text="CANARY-post")
    publish_post(by=by, post=post, version=post.version)
    open_thread(by=by, space=space, title="CANARY-thread", text="CANARY-words")
    return scene, [f"/spaces/p/{page.ref}/", f"/spaces/d/{post.ref}/"]


def schedule(scene):
    ask_deletion(by=cast.petra().actor, project=scene.project, reason="Rules")


def answers(addresses):
    return {cast.Visitor().get(address).status_code for address in addresses}


def test_during_the_days_members_read_and_visitors_see_nothing():
    scene, public = furnished()
    assert answers(public) == {200}
    schedule(scene)
    assert answers(public) == {404}
    assert "This project will be deleted on" in scene.ion.get(scene.home).content.decode()
    assert scene.nina.get(scene.home).status_code == 200
    writing = {"title": "New", "text": "New"}
    page = f"/spaces/{scene.ref}/pages/new/"
    assert scene.ana.post(page, writing).status_code == 403
    stop_deletion(by=cast.petra().actor, project=scene.project, message="Kept")
    assert answers(public) == {200}
    assert "will be deleted" not in scene.ion.get(scene.home).content.decode()
    assert scene.ana.get(page).status_code == 200


def test_then_nothing_of_any_tool_is_left(clock):
    scene, public = furnished()
    stored = list(SpaceFile.objects.values_list("ref", flat=True))
    schedule(scene)
    clock.passes(days=31)
    KINDS["projects.delete"].run({})
    for model in (Page, PageVersion, Post, Thread, Reply, SpaceFile):
        assert not model.objects.exists(), model
    scene.twinspace.refresh_from_db()
    assert (scene.twinspace.description, scene.twinspace.cover) == ("", None)
    assert answers(public) == {404}
    for ref in stored:
        assert scene.ana.get(f"/spaces/files/{ref}/content").status_code == 404
    for member in (scene.ana, scene.ion, scene.freja, scene.nina, scene.mihai):
        assert member.get(scene.home).status_code == 404
    members = Member.objects.filter(space=scene.twinspace.space)
    assert set(members.values_list("name", flat=True)) == {""}
    assert not members.filter(left_at=None).exists()


def test_the_contents_leave_the_disk_with_the_next_sweeps(clock):
    """D15."""
    scene, _ = furnished()
    stored = set(SpaceFile.objects.values_list("stored_name", flat=True))
    assert stored <= set(disk.stored_names_older_than(0, now().timestamp() + 10**9))
    schedule(scene)
    clock.passes(days=31)
    KINDS["projects.delete"].run({})
    run_due()
    KINDS["files.sweep"].run({})
    assert not stored & set(disk.stored_names_older_than(0, now().timestamp()))


def test_pupils_stay_with_their_class_for_another_year(clock):
    """5.11: the deletion ends their membership today, not in the past."""
    scene, _ = furnished()
    clock.passes(days=700)
    schedule(scene)
    clock.passes(days=31)
    KINDS["projects.delete"].run({})
    assert scene.nina.pupil not in pupils_to_forget(now() - KEPT)
    clock.passes(days=366)
    assert scene.nina.pupil in pupils_to_forget(now() - KEPT)


def test_an_awarded_label_stays_and_its_evidence_goes(clock):
    scene, _ = furnished()
    label = a_label(scene.ana, scene.project)
    schedule(scene)
    clock.passes(days=31)
    KINDS["projects.delete"].run({})
    label.refresh_from_db()
    assert label.project_id == scene.project.pk
    assert not label.application.evidence.exists()
    assert label.application.state == "awarded"
