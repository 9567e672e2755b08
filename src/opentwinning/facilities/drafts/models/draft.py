"""What somebody typed into a form and has not sent yet."""

from django.db import models

from opentwinning.core.web import same_site


class Draft(models.Model):
    """One form of one person. Saved while typing, offered again after a closed tab."""

    owner_key = models.CharField(max_length=40)
    key = models.CharField(max_length=160)
    fields = models.JSONField(default=dict)
    # Where the form stands and what it is called, for "drafts to continue".
    url = models.CharField(max_length=400, blank=True)
    title = models.CharField(max_length=160, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner_key", "key"], name="draft_once")]

    def __str__(self) -> str:
        return f"{self.key} of {self.owner_key}"

    @property
    def way_back(self) -> str:
        """The page of the form, or "" when the browser told nothing useful."""
        return same_site(self.url)
