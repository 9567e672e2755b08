"""A file, where its content lies, and who uses it in public."""

import hashlib
import json

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.files.vocabulary import (
    MAX_ALBUM,
    MAX_ALT,
    MAX_CAPTION,
    MAX_NAME,
    MAX_TITLE,
    FileKind,
    PeopleShown,
)
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class SpaceFile(models.Model):
    """Content lies in DATA_DIR/files under a random name; the row says what it is."""

    ref = RefField(prefix="fil")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="files")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    uploaded_by = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    name = models.CharField(max_length=MAX_NAME)
    kind = models.CharField(max_length=10)
    media_type = models.CharField(max_length=100)
    # Bytes on disk, thumbnail included: what the space's quota counts.
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_name = models.CharField(max_length=60, unique=True)
    thumb_name = models.CharField(max_length=60, blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    alt_text = models.CharField(max_length=MAX_ALT, blank=True)
    album = models.CharField(max_length=MAX_ALBUM, blank=True)
    # Words for everybody; alt_text is for those who do not see the picture.
    title = models.CharField(max_length=MAX_TITLE, blank=True)
    caption = models.CharField(max_length=MAX_CAPTION, blank=True)
    album_number = models.PositiveIntegerField(null=True)  # None: after all that have one
    people_shown = models.CharField(max_length=8, default=PeopleShown.UNSURE)
    # What the register of consents says (H10): pupils named on the file, and how many of them lack
    # consent for the project and for public pages. Judged anew whenever either changes.
    pupils_shown = models.PositiveSmallIntegerField(default=0)
    lacks_inside = models.PositiveSmallIntegerField(default=0)
    lacks_public = models.PositiveSmallIntegerField(default=0)
    declared_at = models.DateTimeField(default=now)  # "I may share this"
    # Waits with the post it belongs to: only its owner and educators see it.
    is_held = models.BooleanField(default=False)
    # Held by a decision about a report (H17): whether it was held before; None: it is not.
    withheld_held = models.BooleanField(null=True)
    created_at = models.DateTimeField(default=now)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["space", "deleted_at", "-created_at"], name="files_in_space"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_title(self) -> str:
        """What people call it, else the name of the file."""
        return self.title or self.name

    @property
    def words(self) -> str:
        """A mark of what is said about it: another one when somebody changed a word (G7)."""
        said = json.dumps([self.title, self.caption, self.alt_text, self.album])
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def is_withheld(self) -> bool:
        """Hidden by a decision about a report."""
        return self.withheld_held is not None

    @property
    def is_closed(self) -> bool:
        """A consent for the project is missing: only who added it and project admins see it."""
        return self.lacks_inside > 0

    @property
    def is_image(self) -> bool:
        return self.kind == FileKind.IMAGE


class SpaceUsage(models.Model):
    """How much of its room a space uses; changed by one conditional UPDATE (D11)."""

    space = models.OneToOneField(Space, on_delete=models.CASCADE, related_name="+")
    used_bytes = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.space}: {self.used_bytes}"


class PublicUse(models.Model):
    """A published thing shows this file; without any such row the file is closed."""

    file = models.ForeignKey(SpaceFile, on_delete=models.CASCADE, related_name="public_uses")
    # Public id of what was published: a page or a post.
    used_in = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "used_in"], name="publicuse_once"),
        ]

    def __str__(self) -> str:
        return f"{self.file} in {self.used_in}"


class ShownPupil(models.Model):
    """A pupil can be recognised in this file, as somebody who knows her said."""

    file = models.ForeignKey(SpaceFile, on_delete=models.CASCADE, related_name="shown_pupils")
    member = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    named_by = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    named_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "member"], name="shownpupil_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member} in {self.file}"
