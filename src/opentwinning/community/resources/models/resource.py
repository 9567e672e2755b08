"""Something a teacher made and gives to others."""

from django.db import models

from opentwinning.community.resources.vocabulary import MAX_TITLE, Licence, ResourceKind
from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.educators.models import Educator
from opentwinning.workspace.files.models import StoredContent


class Resource(models.Model):
    """Seen by all validated educators and the support organisations (L-12)."""

    ref = RefField(prefix="rsc")
    author = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="resources")
    title = models.CharField(max_length=MAX_TITLE)
    about = models.TextField()
    language = models.CharField(max_length=10)  # of the resource itself
    kind = models.CharField(max_length=12, default=ResourceKind.OTHER)
    licence = models.CharField(max_length=12, default=Licence.BY)
    links = models.TextField(blank=True)  # one address a line, http or https
    thanks = models.PositiveIntegerField(default=0)
    shared_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)  # by a decision about a report

    class Meta:
        indexes = [
            models.Index(fields=["deleted_at", "withheld_at", "-id"], name="resources_newest"),
            models.Index(
                fields=["deleted_at", "withheld_at", "-thanks", "-id"], name="resources_thanked"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_shown(self) -> bool:
        return self.deleted_at is None and self.withheld_at is None

    @property
    def addresses(self) -> list[str]:
        """The links, checked when they were written."""
        return self.links.splitlines()


class ResourceTrait(models.Model):
    """One searchable property: a subject or an age band."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="traits")
    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "kind", "value"], name="resourcetrait_once"
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "value", "resource"], name="resourcetrait_finds"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class ResourceFile(StoredContent):
    """A checked content; it lies beside those of spaces (K3)."""

    ref = RefField(prefix="rfl")
    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="files")


class Thanks(models.Model):
    """One press, counted once a person."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="thanked_by")
    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resource", "educator"], name="thanks_once"),
        ]

    def __str__(self) -> str:
        return f"{self.educator_id} for {self.resource_id}"


class Kept(models.Model):
    """On one's own shelf; nobody else learns of it."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="kept_by")
    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resource", "educator"], name="kept_once"),
        ]

    def __str__(self) -> str:
        return f"{self.resource_id} of {self.educator_id}"
