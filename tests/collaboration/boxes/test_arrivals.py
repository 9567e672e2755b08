"""A box that comes from elsewhere is looked through, taken in and read (idea 9, pain 1; D9, J6)."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from opentwinning.collaboration.boxes.models import Arrival
from opentwinning.collaboration.boxes.vocabulary import ARRIVALS_WAITING
from opentwinning.core.actor import SYSTEM
from opentwinning.core.boxes import BOX_PARTS
from opentwinning.core.work import KINDS as JOBS
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.actions import erase_account
from opentwinning.people.accounts.queries.addresses import confirmed_addresses
from opentwinning.workspace.activities.models import Activity
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.spaces.models import Member, Space
from tests.cast import ana, freja, ion, marek, newcomer
from tests.pages import text
from tests.scenes.arrivals import ARRIVED, a_project, brought, packed, sent
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def test_she_sees_what_is_in_it_before_it_is_taken_in():
    scene = a_project()
    box = packed(ana(), scene.ref)
    assert ARRIVED in text(marek().get("/projects/mine"))
    answer = sent(marek(), box)
    here = answer["Location"]
    assert "We look through the box." in text(marek().get(here))
    run_due()
    page = text(marek().get(here))
    assert scene.twinspace.space.title in page
    assert "Take it in" in page
    assert Space.objects.count() == 1
    marek().post(f"{here}/take")
    run_due()
    shown = text(marek().get(here))
    assert "This project came in a box." in shown
    assert Notice.objects.get(kind="boxes.taken").url == here


def test_she_reads_every_tool_of_it():
    scene = a_project()
    arrival = brought(marek(), packed(ana(), scene.ref))
    space = arrival.space
    page = Page.objects.get(space=space)
    picture = SpaceFile.objects.get(space=space)
    assert picture.ref in page.text
    here = f"/spaces/{space.ref}"
    for path, words in {
        f"/spaces/pages/{page.ref}/": "flows.",
        f"{here}/talk/": "Which fish?",
        f"{here}/files/": "river.png",
        f"{here}/diary/": "Diary",
        f"{here}/staff-room/": "Staff room",
        f"{here}/calendar/": "Calendar",
        f"{here}/activities/": "Activities",
    }.items():
        answer = marek().get(path)
        assert answer.status_code == 200, path
        assert words in answer.content.decode(), path
    assert "Beautiful." in text(marek().get(f"/spaces/pages/{page.ref}/"))
    assert marek().get(f"/spaces/files/{picture.ref}/").status_code in {200, 302}


def test_nobody_else_finds_it_and_nothing_can_be_written():
    scene = a_project()
    arrival = brought(marek(), packed(ana(), scene.ref))
    page = Page.objects.get(space=arrival.space)
    for who in (ana(), ion(), scene.nina, newcomer("Nova Novak", "PL")):
        assert who.get(f"{ARRIVED}{arrival.ref}").status_code in {403, 404}
        assert who.get(f"/twinspaces/{arrival.space.ref}/pages/{page.ref}").status_code in {
            403,
            404,
        }
    assert arrival.space.ref not in marek().get("/twinspaces/").content.decode()
    edit = f"/spaces/pages/{page.ref}/edit/"
    assert marek().post(edit, {"title": "X", "text": "Y", "version": 1}).status_code in {403, 404}
    assert not Member.objects.filter(space=arrival.space, account=ana().account).exists()


def test_her_name_of_there_is_no_account_here():
    """People of the box stand beside what they made, and can do nothing."""
    scene = a_project()
    arrival = brought(marek(), packed(ana(), scene.ref))
    people = Member.objects.filter(space=arrival.space)
    assert set(people.exclude(account=None).values_list("account", flat=True)) == {
        marek().account.pk
    }
    assert people.filter(name=ana().educator.name, account=None).exists()


def test_a_large_box_is_brought_by_the_operator(tmp_path, capsys):
    scene = a_project()
    path = tmp_path / "box.zip"
    path.write_bytes(packed(ana(), scene.ref))
    (address,) = confirmed_addresses(marek().account)
    call_command("bring_box", path, address)
    here = capsys.readouterr().out.strip()
    run_due()
    assert "Take it in" in text(marek().get(here))
    with pytest.raises(CommandError):
        call_command("bring_box", path, "nobody@example.org")


def test_too_many_waiting_boxes_are_refused_and_the_form_says_so():
    scene = a_twinspace()
    box = packed(ana(), scene.ref)
    for _ in range(ARRIVALS_WAITING):
        sent(marek(), box)
    answer = sent(marek(), box)
    assert answer.status_code == 422
    assert "Other boxes of yours wait." in text(answer, 422)
    assert Arrival.objects.count() == ARRIVALS_WAITING


def test_a_box_nobody_takes_in_goes_after_its_days(clock):
    scene = a_twinspace()
    sent(marek(), packed(ana(), scene.ref))
    run_due()
    name = Arrival.objects.get().stored_name
    assert disk.path_of(name).is_file()
    clock.passes(days=30)
    JOBS["boxes.forget_arrivals"].run({})
    assert not Arrival.objects.exists()
    assert not disk.path_of(name).is_file()


def test_deleting_it_takes_everything_away():
    scene = a_project()
    arrival = brought(marek(), packed(ana(), scene.ref))
    kept = Page.objects.filter(space=scene.twinspace.space).count()
    assert marek().post(f"{ARRIVED}{arrival.ref}/delete").status_code == 302
    assert not Arrival.objects.exists()
    for model in (Page, Post, SpaceFile, Activity):
        assert not model.objects.filter(space=arrival.space_id).exists()
    assert Page.objects.filter(space=scene.twinspace.space).count() == kept


def test_it_goes_with_its_owner():
    scene = a_project()
    arrival = brought(marek(), packed(ana(), scene.ref))
    erase_account(by=SYSTEM, account=marek().account)
    assert not Arrival.objects.exists()
    assert not Page.objects.filter(space=arrival.space_id).exists()


def test_a_second_run_of_the_worker_takes_it_in_once():
    scene = a_project()
    arrival = brought(marek(), packed(ana(), scene.ref))
    from opentwinning.collaboration.boxes.wiring.arriving import look, take

    look({"ref": arrival.ref})
    take({"ref": arrival.ref})
    assert Space.objects.filter(is_brought=True).count() == 1


def test_every_tool_whose_things_stand_in_a_box_brings_them_or_says_why_not():
    """Votes have no people in a box, so a poll cannot be one again."""
    assert {part.key for part in BOX_PARTS if part.bring is None} == {"polls"}


def test_freja_brings_her_own_project_back(clock):
    """What was here before it was deleted stands here again, twice if she wants."""
    scene = a_project()
    box = packed(freja(), scene.ref)
    brought(freja(), box)
    sent(freja(), box)
    run_due()
    second = Arrival.objects.latest("pk")
    assert "You took this very box in already" in text(freja().get(f"{ARRIVED}{second.ref}"))
    assert second.ends_at is not None
    assert second.ends_at > second.sent_at + dt.timedelta(hours=1)
