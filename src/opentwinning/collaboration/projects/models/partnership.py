"""Who takes part, and who was asked to."""

from django.db import models
from django.db.models import Q

from opentwinning.collaboration.projects.models.project import Project
from opentwinning.collaboration.projects.vocabulary import InvitationState, PartnershipRole
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation


class Partnership(models.Model):
    """An educator takes part in a project. A founder has one of two seats, so that there are never
    three; country and school are those of the day she joined (X-26, X-29)."""

    ref = RefField(prefix="par")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partnerships")
    educator = models.ForeignKey(Educator, on_delete=models.PROTECT, related_name="partnerships")
    role = models.CharField(max_length=8)
    seat = models.PositiveSmallIntegerField(null=True)
    country = models.CharField(max_length=2)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="partnerships"
    )
    joined_at = models.DateTimeField(default=now)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "educator"], condition=Q(left_at=None), name="partnership_once"
            ),
            # A founder who is gone for good leaves a seat that a partner may take.
            models.UniqueConstraint(
                fields=["project", "seat"], condition=Q(left_at=None), name="partnership_seat_once"
            ),
            models.CheckConstraint(
                condition=Q(role="founder", seat__isnull=False, seat__in=[1, 2])
                | Q(role="partner", seat=None),
                name="partnership_two_seats",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.educator} in {self.project}"

    @property
    def is_founder(self) -> bool:
        return self.role == PartnershipRole.FOUNDER


class Invitation(models.Model):
    """An educator was asked to be a founder or a partner; she answers once (J-02)."""

    ref = RefField(prefix="inv")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="invitations")
    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="invitations")
    by_educator = models.ForeignKey(
        Educator, on_delete=models.SET_NULL, null=True, related_name="invitations_sent"
    )
    role = models.CharField(max_length=8)
    message = models.TextField(blank=True)
    state = models.CharField(max_length=10, default=InvitationState.WAITING)
    answer = models.TextField(blank=True)
    created_at = models.DateTimeField(default=now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "educator"],
                condition=Q(state="waiting"),
                name="invitation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} asks {self.educator}"
