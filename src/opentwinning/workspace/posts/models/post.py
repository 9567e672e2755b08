"""One entry of the diary, a staff note, or an entry on the pupils' wall."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.posts.vocabulary import MAX_TITLE, PostState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class Post(models.Model):
    """The place tells which: whole = diary, staff_room = notes, pupil_corner = wall."""

    ref = RefField(prefix="pst")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="posts")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    title = models.CharField(max_length=MAX_TITLE, blank=True)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en")
    state = models.CharField(max_length=10, default=PostState.VISIBLE)
    created_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    form_token = models.CharField(max_length=40, blank=True)
    # The teacher's word: a question to the pupil, or why the post was hidden.
    decision_note = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # The state to come back to after a report; "" while it is not withheld.
    withheld_from = models.CharField(max_length=10, blank=True)
    # Frozen copy that everybody on the internet sees.
    published_at = models.DateTimeField(null=True)
    published_title = models.CharField(max_length=MAX_TITLE, blank=True)
    published_text = models.TextField(blank=True)
    # Stands at the top of the diary since then.
    pinned_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["space", "place", "deleted_at", "-id"], name="posts_in_space"),
            models.Index(fields=["published_at"], name="posts_published"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(pinned_at=None) | Q(place=SpacePlace.WHOLE, deleted_at=None),
                name="post_pinned_in_the_diary",
            ),
            models.UniqueConstraint(
                fields=["author", "form_token"],
                condition=~Q(form_token=""),
                name="post_sent_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:60]

    @property
    def is_pinned(self) -> bool:
        return self.pinned_at is not None

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class PostPhoto(models.Model):
    """A picture of a post, in order."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="photos")
    # A file that goes for good announces it, and this row goes first (one writer per table).
    file = models.ForeignKey(SpaceFile, on_delete=models.DO_NOTHING, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "file"], name="postphoto_once"),
        ]

    def __str__(self) -> str:
        return f"{self.file} in {self.post_id}"
