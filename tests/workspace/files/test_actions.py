"""What happens to files: effect, audit row, event, refusal, rollback."""

import datetime as dt

import pytest
from django.db.models import Sum

from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.workspace.files.actions import (
    add_file,
    change_file,
    delete_file,
    expose_files,
    purge_trash,
    replace_file,
    restore_file,
    withdraw_files,
)
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.models import PublicUse, SpaceFile, SpaceUsage
from opentwinning.workspace.files.queries import room_left
from opentwinning.workspace.files.vocabulary import space_quota_bytes
from opentwinning.workspace.files.wiring.cleaning import empty_trash, sweep_orphans
from tests.scenes.files import a_file, received


def entries(verb: str) -> int:
    return LedgerEntry.objects.filter(verb=f"workspace.files.{verb}").count()


def test_adding_takes_room_and_leaves_one_line_in_the_ledger(scene):
    before = room_left(scene.space)
    file = a_file(scene.freja, scene.space, album="Spring")
    assert file.uploaded_by.name == "Freja Lund"
    assert file.declared_at is not None
    assert file.created_at is not None  # T-24
    assert before - room_left(scene.space) == file.size
    assert entries("actions.add.add_file") == 1


def test_a_pupil_cannot_add_to_the_staff_room(scene):
    with pytest.raises(Refused) as refusal:
        a_file(scene.nina, scene.space, place="staff_room")
    assert refusal.value.verdict.secret
    assert SpaceFile.objects.count() == 0
    assert not SpaceUsage.objects.filter(used_bytes__gt=0).exists()


def test_a_stranger_cannot_add(scene):
    with pytest.raises(Refused):
        a_file(scene.marek, scene.space)


def test_the_quota_is_never_passed(scene, monkeypatch):
    """D11: the last file that does not fit is refused, and takes no room."""
    one = received()
    monkeypatch.setattr(
        "opentwinning.workspace.files.actions.room.space_quota_bytes", lambda: one.size * 3
    )
    add_file(by=scene.ana.actor, space=scene.space, received=one)
    a_file(scene.ion, scene.space)
    a_file(scene.nina, scene.space)
    with pytest.raises(Invalid, match="no room"):
        a_file(scene.freja, scene.space)
    assert SpaceUsage.objects.get().used_bytes == one.size * 3
    assert SpaceFile.objects.aggregate(sum=Sum("size"))["sum"] == one.size * 3


def test_changing_describes_and_moves(scene):
    file = a_file(scene.freja, scene.space)
    changed = change_file(
        by=scene.freja.actor, file=file, place="staff_room", alt_text="The Drava", album="Rivers",
        people_shown="nobody",
    )  # fmt: skip
    assert (changed.place, changed.alt_text, changed.album) == ("staff_room", "The Drava", "Rivers")


def test_a_teacher_cannot_move_a_file_into_the_pupil_corner(scene):
    """B5: moving needs the right to write in both places."""
    file = a_file(scene.freja, scene.space)
    with pytest.raises(Refused, match="Only pupils"):
        change_file(
            by=scene.freja.actor, file=file, place="pupil_corner", alt_text="", album="",
            people_shown="nobody",
        )  # fmt: skip
    file.refresh_from_db()
    assert file.place == "whole"


def test_replacing_keeps_the_address_and_the_old_content_in_the_trash(scene):
    file = a_file(scene.freja, scene.space, alt_text="Plan")
    old_name, old_sum = file.stored_name, file.sha256
    newer = received("plan-2.pdf", b"%PDF-1.4 second")
    same = replace_file(by=scene.freja.actor, file=file, received=newer)
    assert (same.ref, same.name, same.alt_text) == (file.ref, "plan-2.pdf", "Plan")
    former = SpaceFile.objects.get(deleted_at__isnull=False)
    assert (former.stored_name, former.sha256, former.name) == (old_name, old_sum, "plan.pdf")
    assert restore_file(by=scene.freja.actor, file=former).deleted_at is None


def test_a_document_does_not_become_a_song(scene):
    file = a_file(scene.freja, scene.space)
    song = received("song.mp3", b"ID3\x03\0\0\0\0\0\x21" + b"\0" * 50)
    with pytest.raises(Invalid, match="same kind"):
        replace_file(by=scene.freja.actor, file=file, received=song)


def test_deleting_is_undone(scene):
    file = delete_file(by=scene.nina.actor, file=a_file(scene.nina, scene.space))
    assert file.deleted_by == scene.member("nina")
    assert restore_file(by=scene.nina.actor, file=file).deleted_at is None
    assert entries("actions.trash.delete_file") == entries("actions.trash.restore_file") == 1


def test_the_trash_is_emptied_after_thirty_days_on_disk_too(scene, clock):
    """D15."""
    file = delete_file(by=scene.ana.actor, file=a_file(scene.ana, scene.space))
    path = disk.path_of(file.stored_name)
    clock.passes(days=29)
    empty_trash({})
    assert path.exists()
    clock.passes(days=2)
    empty_trash({})
    assert not path.exists()
    assert not SpaceFile.objects.filter(pk=file.pk).exists()
    assert SpaceUsage.objects.get().used_bytes == 0
    assert purge_trash(by=scene.ana.actor) == []


def test_orphans_are_swept_and_nothing_else(scene, clock):
    """K3: what a crash left between disk and database goes after a day."""
    clock.release()
    kept = a_file(scene.ana, scene.space)
    lost = received()
    half = disk.incoming()
    half.write_bytes(b"half")
    sweep_orphans({})
    assert disk.path_of(lost.stored_name).exists()
    clock.moves_to(dt.datetime.now(dt.UTC) + dt.timedelta(days=2))
    sweep_orphans({})
    assert not disk.path_of(lost.stored_name).exists()
    assert not half.exists()
    assert disk.path_of(kept.stored_name).exists()


def test_only_fit_files_become_public(scene):
    """H10: no doubt about people, everybody's place, nothing held."""
    fit = a_file(scene.ana, scene.space, people_shown="nobody")
    unsure = a_file(scene.ana, scene.space)
    staff = a_file(scene.ana, scene.space, place="staff_room", people_shown="nobody")
    held = a_file(scene.nina, scene.space, people_shown="nobody", is_held=True)
    refs = {f.ref for f in (fit, unsure, staff, held)}
    opened = expose_files(by=scene.ana.actor, space=scene.space, used_in="pag_x", refs=refs)
    assert opened == [fit]
    assert withdraw_files(by=scene.ana.actor, space=scene.space, used_in="pag_x") == 1
    assert not PublicUse.objects.exists()


def test_files_of_another_space_are_not_exposed(scene):
    from opentwinning.core.actor import SYSTEM
    from opentwinning.workspace.spaces.actions import open_space

    file = a_file(scene.ana, scene.space, people_shown="nobody")
    other = open_space(by=SYSTEM, title="Other")
    refs = {file.ref}
    assert expose_files(by=scene.ana.actor, space=other, used_in="pag_y", refs=refs) == []


def test_cleaning_is_scheduled():
    from opentwinning.core.work import KINDS

    assert {"files.purge", "files.sweep"} <= set(KINDS)
    assert run_due
    assert space_quota_bytes() > 0
