"""A page while several people write it: a document of Yjs, beside the text that everybody reads."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.workspace.pages.models.page import Page, PageVersion
from opentwinning.workspace.spaces.models import Member


class PageDocument(models.Model):
    """``whole`` says what the page's ``version`` says; younger changes stand in rows of their own.
    It is never made anew while a browser may still hold it: two beginnings would double the text.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="document")
    whole = models.BinaryField()
    fold = models.PositiveIntegerField(default=0)  # how often changes were folded in
    version = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"document of {self.page_id}"


class PageChange(models.Model):
    """Some keystrokes of one person, until a version holds them."""

    document = models.ForeignKey(PageDocument, on_delete=models.CASCADE, related_name="changes")
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    body = models.BinaryField()
    made_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["document", "made_at"], name="pagechange_news")]

    def __str__(self) -> str:
        return f"change {self.pk}"


class PageCoAuthor(models.Model):
    """Somebody who wrote a version together with its author."""

    version = models.ForeignKey(PageVersion, on_delete=models.CASCADE, related_name="co_authors")
    member = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "member"], name="pagecoauthor_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.version_id}"
