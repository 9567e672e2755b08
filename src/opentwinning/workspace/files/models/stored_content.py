"""A content on the disk that belongs to something else than a space."""

from django.db import models

from opentwinning.workspace.files.vocabulary import MAX_NAME, drawing_of


class StoredContent(models.Model):
    """What ``Received`` says of a content, for rows of higher apps: a file of a message, of a
    shared resource. The app names its contents in ``NAMED_ELSEWHERE``."""

    name = models.CharField(max_length=MAX_NAME)
    kind = models.CharField(max_length=10)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()  # bytes on disk, thumbnail included
    sha256 = models.CharField(max_length=64)
    stored_name = models.CharField(max_length=60, unique=True)
    thumb_name = models.CharField(max_length=60, blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def drawing(self) -> str:
        """What stands for it where it has no small picture."""
        return drawing_of(self.kind, self.name)
