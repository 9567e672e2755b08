"""The closed place of one project."""

from django.db import models

from opentwinning.collaboration.projects.models import Project
from opentwinning.core.clock import now
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.spaces.models import Member, Space


class TwinSpace(models.Model):
    """Joins project and space; its public id is that of the space (X-42: cover and description)."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, related_name="twinspace")
    space = models.OneToOneField(Space, on_delete=models.PROTECT, related_name="twinspace")
    description = models.TextField(blank=True)
    # A file that goes for good announces it, and the cover lets go first (one writer per table).
    cover = models.ForeignKey(SpaceFile, on_delete=models.DO_NOTHING, null=True, related_name="+")
    opened_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"TwinSpace of {self.project}"


class Nudge(models.Model):
    """A teacher of a silent school was reminded in private: only when it was last (idea 4)."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    nudged_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"nudge of {self.member_id}"


class GuideClosed(models.Model):
    """An adult does not want to see the first visit's checklist any more (T-16)."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    closed_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"guide closed by {self.member_id}"
