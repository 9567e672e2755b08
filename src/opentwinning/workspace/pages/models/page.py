"""A page of the tree and everything it ever said."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.pages.vocabulary import MAX_TITLE, PageState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class Page(models.Model):
    """Title and text are those of the newest version, repeated here for fast reading."""

    ref = RefField(prefix="pag")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="pages")
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="children"
    )
    position = models.PositiveIntegerField(default=0)
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    state = models.CharField(max_length=10, default=PageState.DRAFT)
    # The state to come back to after a report; "" while it is not withheld.
    withheld_from = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en")
    version = models.PositiveIntegerField(default=0)
    is_locked = models.BooleanField(default=False)
    pupils_may_edit = models.BooleanField(default=False)
    kept_for = models.CharField(max_length=10, blank=True)  # vocabulary.Kept
    kept_for_people = models.JSONField(default=list)  # public ids of members
    created_by = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    created_at = models.DateTimeField(default=now)
    saved_by = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    saved_at = models.DateTimeField(default=now)
    form_token = models.CharField(max_length=40, blank=True)
    # What everybody on the internet sees: this version and no later one.
    published_version = models.PositiveIntegerField(null=True)
    published_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["space", "deleted_at", "position"], name="pages_in_space"),
            models.Index(fields=["published_at"], name="pages_published"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["created_by", "form_token"],
                condition=~Q(form_token=""),
                name="page_sent_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_published(self) -> bool:
        return self.published_version is not None


class PageVersion(models.Model):
    """One saving of a page; never changed."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField(blank=True)
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    saved_at = models.DateTimeField(default=now)
    restored_from = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="pageversion_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
