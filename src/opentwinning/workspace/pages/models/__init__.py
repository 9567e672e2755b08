"""Pages, their versions, and the documents in which several people write."""

from opentwinning.workspace.pages.models.live import PageChange, PageCoAuthor, PageDocument
from opentwinning.workspace.pages.models.page import Page, PageVersion

__all__ = ["Page", "PageChange", "PageCoAuthor", "PageDocument", "PageVersion"]
