"""Which pupils a file shows, and what the register of consents makes of it (H10, H11)."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.consents.queries import lacking
from opentwinning.people.consents.vocabulary import Purpose
from opentwinning.workspace.files.events import FilesClosed
from opentwinning.workspace.files.models import PublicUse, ShownPupil, SpaceFile
from opentwinning.workspace.files.policies import may_name_pupils, may_show_in_public
from opentwinning.workspace.files.queries.consents import nameable_in
from opentwinning.workspace.files.vocabulary import MEDIUM_OF, FileKind, PeopleShown
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import member_of

AT_ONCE = 500


@action
def name_pupils(*, by: Actor, file: SpaceFile, shown: Collection[str]) -> SpaceFile:
    """Say who of the pupils one may name is shown: members' public ids, the others are not. The
    file closes at once where a consent is missing."""
    file = SpaceFile.objects.select_for_update(of=("self",)).select_related("space").get(pk=file.pk)
    member = member_of(by, file.space)
    deny_unless(may_name_pupils(member, file))
    if member is not None:
        _name(by, member, file, shown)
    note(file, shown=file.pupils_shown)
    return file


def named_on_arrival(by: Actor, member: Member, file: SpaceFile, shown: Collection[str]) -> None:
    """The same for a file that is being added, inside the action that adds it."""
    if shown:
        _name(by, member, file, shown)


def _name(by: Actor, member: Member, file: SpaceFile, shown: Collection[str]) -> None:
    theirs = {each.ref: each for each in nameable_in(by, member, file)}
    wanted = {theirs[ref].pk for ref in shown if ref in theirs}
    mine = {each.pk for each in theirs.values()}
    ShownPupil.objects.filter(file=file, member__in=mine - wanted).delete()
    known = set(ShownPupil.objects.filter(file=file).values_list("member_id", flat=True))
    ShownPupil.objects.bulk_create(
        ShownPupil(file=file, member_id=pk, named_by=member) for pk in sorted(wanted - known)
    )
    if wanted and file.people_shown != PeopleShown.PUPILS:
        file.people_shown = PeopleShown.PUPILS
        file.save(update_fields=["people_shown"])
    _judge([file])


@action
def judge_files(*, by: Actor, pupil_ids: Collection[int]) -> int:
    """Answers about these pupils changed: every file that shows one of them closes, or opens for
    members again. Public again it is only after somebody publishes it anew. Returns how many."""
    rows = SpaceFile.objects.filter(shown_pupils__member__pupil__in=pupil_ids).distinct()
    pks = list(rows.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), AT_ONCE):
        part = SpaceFile.objects.select_for_update(of=("self",)).filter(
            pk__in=pks[start : start + AT_ONCE]
        )
        _judge(list(part.order_by("pk")))
    note(files=len(pks))
    return len(pks)


def _judge(files: list[SpaceFile]) -> None:
    """Count whose consent is missing on each; tell when one becomes closed."""
    shown = _pupils_on(files)
    closed = []
    for kind in {file.kind for file in files}:
        of_kind = [file for file in files if file.kind == kind]
        asked = {pupil for file in of_kind for pupil in shown[file.pk]}
        medium = MEDIUM_OF[FileKind(kind)]
        inside = lacking(asked, Purpose.PROJECT, medium)
        public = lacking(asked, Purpose.PUBLIC, medium)
        for file in of_kind:
            before = (file.pupils_shown, file.lacks_inside, file.lacks_public)
            file.pupils_shown = len(shown[file.pk])
            file.lacks_inside = len(shown[file.pk] & inside)
            file.lacks_public = len(shown[file.pk] & public)
            after = (file.pupils_shown, file.lacks_inside, file.lacks_public)
            if before != after:
                file.save(update_fields=["pupils_shown", "lacks_inside", "lacks_public"])
            was_public = not may_show_in_public(file) and _take_back(file)
            if was_public or (file.lacks_inside and not before[1]):
                closed.append(file.pk)
    if closed:
        emit(FilesClosed(tuple(closed)))


def _pupils_on(files: Iterable[SpaceFile]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = ShownPupil.objects.filter(
        file__in=[file.pk for file in files], member__pupil__isnull=False
    )
    for file, pupil in rows.values_list("file_id", "member__pupil_id"):
        found[file].add(int(pupil or 0))
    return found


def _take_back(file: SpaceFile) -> bool:
    """Visitors get it no more, wherever it was published; True when they could."""
    gone, _ = PublicUse.objects.filter(file=file).delete()
    return gone > 0


def copy_names(*, of: SpaceFile, to: SpaceFile) -> None:
    """An older version keeps whom it shows, so that the register goes on judging it."""
    ShownPupil.objects.bulk_create(
        ShownPupil(file=to, member_id=row.member_id, named_by_id=row.named_by_id)
        for row in ShownPupil.objects.filter(file=of)
    )
