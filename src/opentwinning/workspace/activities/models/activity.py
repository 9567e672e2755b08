"""What the classes do: activities in phases."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.activities.vocabulary import MAX_PHASE, MAX_TITLE, ActivityState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class Phase(models.Model):
    """A step of the project; phases stand in their order."""

    ref = RefField(prefix="pha")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="phases")
    title = models.CharField(max_length=MAX_PHASE)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.title


class Activity(models.Model):
    """Teachers set it; pupils hand something in. ``country`` and ``school`` name the school it is
    for, "" for all. ``due_at`` is a moment, whoever looks at it, with the zone of who set it."""

    ref = RefField(prefix="act")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="activities")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    phase = models.ForeignKey(Phase, on_delete=models.SET_NULL, null=True, related_name="+")
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en")
    state = models.CharField(max_length=8, default=ActivityState.DRAFT)
    country = models.CharField(max_length=2, blank=True)
    school = models.CharField(max_length=250, blank=True)
    due_at = models.DateTimeField(null=True)
    due_zone = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)
    form_token = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["space", "deleted_at", "-id"], name="activities_in_space"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_token"], condition=~Q(form_token=""),
                name="activity_made_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def is_for(self, member: Member) -> bool:
        """Whether the school of a member takes part in it."""
        mine = (member.country, member.organisation_name)
        return not self.school or (self.country, self.school) == mine
