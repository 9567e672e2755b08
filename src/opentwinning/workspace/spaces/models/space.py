"""A closed place and who belongs to it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.people.pupils.models import Pupil
from opentwinning.workspace.spaces.vocabulary import (
    ADULTS,
    PUPILS,
    LooksFirst,
    MemberCapacity,
    SpaceState,
)


class Space(models.Model):
    """The generic container; what it is for is known by whoever opened it."""

    ref = RefField(prefix="spc")
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=10, default=SpaceState.OPEN)
    opened_at = models.DateTimeField(default=now)
    read_only_at = models.DateTimeField(null=True)
    # A rule project admins may change: pupils always reply, but open threads only then.
    pupils_may_open_threads = models.BooleanField(default=False)
    # Whose words wait in talks and comments until a teacher has looked (H13).
    looks_first = models.CharField(max_length=8, default=LooksFirst.NOBODY)
    # Came in a box from elsewhere (idea 9): one person reads it; its authors have no accounts here.
    is_brought = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.title


class Member(models.Model):
    """An account or a pupil in a space. Names are copied, so that a list reads one table; erasure
    blanks them and the contributions stay (J3, 5.11)."""

    ref = RefField(prefix="mem")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="members")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True)
    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, null=True)
    capacity = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    organisation_name = models.CharField(max_length=250, blank=True)
    joined_at = models.DateTimeField(default=now)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["space", "account"], condition=Q(left_at=None), name="member_account_once"
            ),
            models.UniqueConstraint(
                fields=["space", "pupil"], condition=Q(left_at=None), name="member_pupil_once"
            ),
            models.CheckConstraint(
                condition=Q(account=None) | Q(pupil=None), name="member_is_one_person"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        """What fellow members read; after erasure the person's kind and country remain (5.11)."""
        return self.name or self.public_name

    @property
    def public_name(self) -> str:
        """What visitors read: pupils are never named in public (5.6)."""
        if self.is_pupil:
            return pgettext("member", "A pupil")
        return self.name or pgettext("member", "A teacher")

    @property
    def is_adult(self) -> bool:
        return self.capacity in ADULTS

    @property
    def is_pupil(self) -> bool:
        return self.capacity in PUPILS

    @property
    def is_admin(self) -> bool:
        return self.capacity == MemberCapacity.ADMIN
