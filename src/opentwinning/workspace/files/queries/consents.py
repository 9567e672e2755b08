"""Pupils that files show, and whose consent is missing."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from opentwinning.core.actor import Actor
from opentwinning.people.consents.queries import lacking
from opentwinning.people.consents.vocabulary import Purpose
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.queries import led_by
from opentwinning.workspace.files.models import PublicUse, ShownPupil, SpaceFile
from opentwinning.workspace.files.policies import may_change_file
from opentwinning.workspace.files.vocabulary import MEDIUM_OF, FileKind
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import PUPILS


@dataclass(frozen=True, slots=True)
class Missing:
    """One's own pupil on a file, and the purposes her family has not agreed to."""

    nickname: str
    ref: str
    inside: bool
    public: bool


def pupils_in(space: Space) -> QuerySet[Member]:
    """Pupils who belong to the space, by country and nickname."""
    rows = Member.objects.filter(space=space, capacity__in=PUPILS, left_at=None)
    return rows.exclude(pupil=None).order_by("country", "name", "pk")


def nameable_in(actor: Actor, member: Member, file: SpaceFile) -> list[Member]:
    """Whom this member may say to be shown, or not: who may change the file all pupils of the
    space, other educators those of their own classes. Whom somebody else named stays named, or a
    family's no could be lifted by others: only her own teacher takes her off."""
    named = ShownPupil.objects.filter(file=file)
    rows = Member.objects.filter(
        Q(pk__in=pupils_in(file.space).values("pk")) | Q(pk__in=named.values("member"))
    ).order_by("country", "name", "pk")
    found = list(rows)
    mine = led_by(actor, [each.pupil_id or 0 for each in found])
    if not may_change_file(member, file.space, file):
        return [each for each in found if each.pupil_id in mine]
    others = set(named.exclude(named_by=member).values_list("member_id", flat=True))
    return [each for each in found if each.pk not in others or each.pupil_id in mine]


def shown_on(file: SpaceFile) -> list[Member]:
    """The pupils named on a file, by country and nickname."""
    rows = Member.objects.filter(pk__in=ShownPupil.objects.filter(file=file).values("member"))
    return list(rows.order_by("country", "name", "pk"))


def missing_of_mine(actor: Actor, file: SpaceFile, shown: list[Member]) -> list[Missing]:
    """The actor's own pupils whose consent is missing; others learn a number only (row 18)."""
    mine = led_by(actor, [each.pupil_id or 0 for each in shown])
    medium = MEDIUM_OF[FileKind(file.kind)]
    inside, public = lacking(mine, Purpose.PROJECT, medium), lacking(mine, Purpose.PUBLIC, medium)
    refs = dict(Pupil.objects.filter(pk__in=inside | public).values_list("pk", "ref"))
    return [
        Missing(each.shown_name, refs[pk], inside=pk in inside, public=pk in public)
        for each in shown
        if (pk := each.pupil_id or 0) in refs
    ]


def files_showing(pupil: Pupil) -> QuerySet[SpaceFile]:
    """Files on which somebody named her, in every project, newest first; with ``is_public``."""
    tagged = ShownPupil.objects.filter(member__pupil=pupil).values("file")
    return (
        SpaceFile.objects.filter(pk__in=tagged, deleted_at=None)
        .select_related("space")
        .annotate(is_public=Exists(PublicUse.objects.filter(file=OuterRef("pk"))))
        .order_by("-pk")
    )
