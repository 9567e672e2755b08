"""A project in a box: from the order to its end (idea 9, pain 1; ux 94; A14, G10, J6)."""

import datetime as dt
from dataclasses import replace

import pytest

from opentwinning.collaboration.boxes.actions import finish_box, order_box
from opentwinning.collaboration.boxes.actions.boxes import Made
from opentwinning.collaboration.boxes.models import Box
from opentwinning.collaboration.boxes.vocabulary import ORDERS_A_DAY, BoxState
from opentwinning.collaboration.boxes.wiring import schedule
from opentwinning.collaboration.projects.actions import close_project
from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid
from opentwinning.core.work import KINDS
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.jobs.models import Job
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.files.actions import delete_file
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.pages.actions import create_page, delete_page
from opentwinning.workspace.spaces.actions import remove_member
from tests.cast import ALWAYS_FRESH, ana, freja, ion, marek
from tests.pages import text
from tests.scenes.boxes import an_ordered_box, download, opened
from tests.scenes.files import a_file
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def page_of(scene):
    return f"{scene.home}/box"


def test_she_orders_and_downloads_in_three_clicks():
    """Ux §2: "Take it along" in the menu, "Pack my box", "Download"."""
    scene = a_twinspace()
    assert page_of(scene) in text(ana().get(scene.home))
    assert "Pack my box" in text(ana().get(page_of(scene)))
    assert ana().post(page_of(scene)).status_code == 302
    assert "Your box is being packed" in text(ana().get(page_of(scene)))
    assert run_due()
    page = text(ana().get(page_of(scene)))
    box = Box.objects.get()

    assert "Your box is ready" in page
    assert f"{page_of(scene)}/{box.ref}" in page
    answer = download(ana(), box)
    assert answer["Content-Type"] == "application/zip"
    assert "attachment" in answer["Content-Disposition"]
    assert "water-around-us.zip" in answer["Content-Disposition"]
    assert len(b"".join(answer.streaming_content)) == box.size


def test_she_hears_when_it_is_ready():
    scene = a_twinspace()
    an_ordered_box(ana(), scene.ref)

    notice = Notice.objects.get(kind="boxes.ready")
    assert notice.account_id == ana().account.pk
    assert notice.url == page_of(scene)


def test_a_closed_project_can_be_taken_along():
    scene = a_twinspace()
    close_project(by=ana().actor, project=fresh(scene.project))

    assert "Take the project along" in text(ion().get(f"/projects/{scene.project.ref}/overview"))
    assert "index.html" in opened(ion(), scene.ref).names


def test_the_question_before_closing_offers_it():
    """Ux 93."""
    scene = a_twinspace()
    page = text(ana().get(f"/projects/{scene.project.ref}/close"))
    assert page_of(scene) in page


def test_pupils_and_strangers_find_nothing():
    scene = a_twinspace()
    box = an_ordered_box(ana(), scene.ref)
    for who in (scene.nina, marek()):
        assert who.get(page_of(scene)).status_code == 404
        assert who.post(page_of(scene)).status_code == 404
        assert download(who, box).status_code == 404
    assert page_of(scene) not in text(scene.nina.get(scene.home))


def test_nobody_downloads_the_box_of_a_colleague():
    scene = a_twinspace()
    assert download(ion(), an_ordered_box(ana(), scene.ref)).status_code == 404


def test_who_has_left_downloads_nothing():
    scene = a_twinspace()
    box = an_ordered_box(freja(), scene.ref)
    remove_member(by=SYSTEM, member=scene.member(freja()))

    assert download(freja(), box).status_code == 404


def test_who_leaves_while_it_is_packed_gets_none():
    scene = a_twinspace()
    freja().post(page_of(scene))
    remove_member(by=SYSTEM, member=scene.member(freja()))
    run_due()

    assert Box.objects.get().state == BoxState.FAILED


def test_without_a_fresh_proof_it_is_not_handed_out():
    """A14."""
    scene = a_twinspace()
    box = an_ordered_box(ana(), scene.ref)
    teacher = ana()
    session = teacher.client.session
    session["proved_at"] = ALWAYS_FRESH - ALWAYS_FRESH
    session.save()

    assert "/account/confirm" in download(teacher, box)["Location"]


def test_the_ledger_knows_of_each_step():
    """J6."""
    scene = a_twinspace()
    download(ana(), an_ordered_box(ana(), scene.ref))

    verbs = LedgerEntry.objects.filter(verb__contains="boxes").values_list("verb", flat=True)
    assert [verb.rpartition(".")[2] for verb in verbs.order_by("pk")] == [
        "order_box", "finish_box", "take_box",
    ]  # fmt: skip


def test_a_download_that_goes_on_is_no_second_one():
    scene = a_twinspace()
    box = an_ordered_box(ana(), scene.ref)
    assert download(ana(), box, headers={"Range": "bytes=100-"}).status_code == 206

    assert not LedgerEntry.objects.filter(verb__endswith="take_box").exists()


@pytest.mark.parametrize("what", ["page", "file"])
def test_what_was_deleted_since_is_not_handed_out(what):
    """B10: nothing closed leaves by a second path."""
    scene = a_twinspace()
    space = scene.twinspace.space
    page = create_page(by=ana().actor, space=space, title="Our river", text="Blue.")
    file = a_file(ana(), space)
    box = an_ordered_box(ion(), scene.ref)
    if what == "page":
        delete_page(by=ana().actor, page=page)
    else:
        delete_file(by=ana().actor, file=file)
    answer = download(ion(), box)

    assert "Ask for a new box" in text(answer, 403)
    assert opened(ion(), scene.ref).names


def test_one_at_a_time():
    """G10."""
    scene = a_twinspace()
    order_box(by=ana().actor, space=scene.twinspace.space)
    with pytest.raises(Invalid, match="being made"):
        order_box(by=ana().actor, space=scene.twinspace.space)
    ana().post(page_of(scene))

    assert Box.objects.count() == 1


def test_so_many_a_day():
    scene = a_twinspace()
    for _ in range(ORDERS_A_DAY):
        an_ordered_box(ana(), scene.ref)
    page = text(ana().post(page_of(scene), follow=True))

    assert Box.objects.count() == ORDERS_A_DAY
    assert "many boxes today" in page


def test_after_its_days_row_and_content_are_gone(clock):
    scene = a_twinspace()
    box = an_ordered_box(ana(), scene.ref)
    path = disk.path_of(box.stored_name)
    clock.passes(days=7, minutes=1)
    assert download(ana(), box).status_code == 403
    assert path.is_file()
    KINDS["boxes.forget"].run({})

    assert not Box.objects.exists()
    assert not path.exists()


def test_the_daily_sweep_leaves_it_alone(clock):
    scene = a_twinspace()
    box = an_ordered_box(ana(), scene.ref)
    clock.passes(days=2)
    KINDS["files.sweep"].run({})

    assert disk.path_of(box.stored_name).is_file()


def test_a_second_run_of_the_job_changes_nothing():
    """K4."""
    scene = a_twinspace()
    box = an_ordered_box(ana(), scene.ref)
    KINDS["boxes.make"].run({"ref": box.ref})

    assert Box.objects.get().stored_name == box.stored_name
    assert contents() == {box.stored_name}


def test_of_two_workers_at_once_one_box_stays(monkeypatch):
    scene = a_twinspace()
    box = order_box(by=ana().actor, space=scene.twinspace.space)
    quicker = disk.incoming()
    quicker.write_bytes(b"the quicker one")
    first = Made(disk.keep(quicker), 15, "0" * 64, 0)
    slow = schedule.make

    def overtaken(*args):
        made = slow(*args)
        finish_box(by=SYSTEM, box=box, made=first)
        return made

    monkeypatch.setattr(schedule, "make", overtaken)
    KINDS["boxes.make"].run({"ref": box.ref})

    assert Box.objects.get().stored_name == first.stored_name
    assert contents() == {first.stored_name}


def test_a_full_disk_is_said(monkeypatch):
    """K6."""
    scene = a_twinspace()

    def full(needed=0):
        raise Invalid(disk.DISK_FULL)

    monkeypatch.setattr(disk, "refuse_when_full", full)
    an_ordered_box(ana(), scene.ref)

    assert "The disk of this site is almost full" in text(ana().get(page_of(scene)))
    assert Notice.objects.filter(kind="boxes.failed").exists()
    assert not list(disk.root().glob("incoming/*"))


def test_a_box_nobody_hears_of_has_failed(clock):
    scene = a_twinspace()
    ana().post(page_of(scene))
    Job.objects.all().delete()
    clock.passes(hours=2, minutes=1)
    KINDS["boxes.forget"].run({})

    assert Box.objects.get().state == BoxState.FAILED
    assert "could not be made" in text(ana().get(page_of(scene)))


def test_the_progress_is_a_part_of_the_page():
    scene = a_twinspace()
    ana().post(page_of(scene))
    with free_writing():
        Box.objects.update(done_bytes=1_000_000, total_bytes=4_000_000)
    part = text(ana().get(f"{page_of(scene)}/progress"))

    assert "25" in part
    run_due()
    assert "The packing is over" in text(ana().get(f"{page_of(scene)}/progress"))


def test_the_days_are_a_setting_of_the_operator(monkeypatch, settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, box_days=2)
    box = an_ordered_box(ana(), a_twinspace().ref)

    assert box.ends_at - box.made_at == pytest.approx(
        dt.timedelta(days=2), abs=dt.timedelta(minutes=1)
    )


def contents():
    return {path.name for path in disk.root().glob("??/*")}
