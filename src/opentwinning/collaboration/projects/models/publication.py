"""What visitors see of a project."""

from django.db import models

from opentwinning.collaboration.projects.models.project import Project
from opentwinning.collaboration.projects.vocabulary import SUMMARY_MAX, TITLE_MAX
from opentwinning.core.clock import now


class Publication(models.Model):
    """The texts as they were when the founders published them (J-11): later edits stay inside
    until they publish again."""

    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="publication")
    title = models.CharField(max_length=TITLE_MAX)
    summary = models.CharField(max_length=SUMMARY_MAX, blank=True)
    aims = models.TextField(blank=True)
    process = models.TextField(blank=True)
    results = models.TextField(blank=True)
    shows_educators = models.BooleanField(default=True)
    published_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.title
