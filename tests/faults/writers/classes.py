"""An educator who makes classes and adds 25 pupils to each."""

from collections import Counter
from collections.abc import Iterable
from typing import override

from opentwinning.facilities.audit.queries import broken_links
from opentwinning.people.pupils.actions import add_pupils, create_class
from opentwinning.people.pupils.models import Pupil, SchoolClass
from tests import cast
from tests.faults.writer import Piece, Writer

NICKNAMES = [f"Lastovka {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"]


class ClassLists(Writer):
    """A list arrives whole or not at all (C9)."""

    @override
    def prepare(self) -> None:
        cast.ana()

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        ana = cast.ana()
        school_class = create_class(
            by=ana.actor, educator=ana.educator, name=turn, age_band="6-8", language="sl"
        )
        pupils = add_pupils(by=ana.actor, school_class=school_class, nicknames=NICKNAMES)
        return Piece(turn, ", ".join(sorted(pupil.nickname for pupil in pupils)))

    @override
    def stored(self) -> Iterable[Piece]:
        lists: dict[str, list[str]] = {}
        for name, nickname in Pupil.objects.values_list("school_class__name", "nickname"):
            lists.setdefault(name, []).append(nickname)
        return [Piece(name, ", ".join(sorted(nicknames))) for name, nicknames in lists.items()]

    @override
    def torn(self) -> Iterable[str]:
        sizes = Counter(Pupil.objects.values_list("school_class_id", flat=True))
        for number, size in sizes.items():
            if size != len(NICKNAMES):
                yield f"class {number} has {size} of {len(NICKNAMES)} pupils"
        for school_class in SchoolClass.objects.filter(owners=None):
            yield f"class {school_class.pk} has no owner"
        for entry in broken_links():
            yield f"the ledger's chain breaks at {entry}"
