"""Whose time of keeping is over (5.11)."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.vocabulary import PupilState
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import SpaceState


def pupils_to_forget(before: dt.datetime) -> QuerySet[Pupil]:
    """Pupils who came, got their last card and left their last project before the moment, and
    who are in no project that goes on."""
    hers = Member.objects.filter(pupil=OuterRef("pk"))
    holding = hers.filter(
        Q(left_at=None, space__state=SpaceState.OPEN)
        | Q(left_at__gte=before)
        | Q(left_at=None, space__read_only_at__gte=before)
    )
    return (
        Pupil.objects.filter(created_at__lt=before)
        .exclude(state=PupilState.ERASED)
        .filter(Q(card_made_at=None) | Q(card_made_at__lt=before))
        .filter(~Exists(holding))
        .select_related("school_class")
        .order_by("pk")
    )
