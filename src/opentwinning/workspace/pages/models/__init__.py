"""Pages, their versions, and the documents in which several people write."""

from opentwinning.workspace.pages.models.live import PageChange, PageCoAuthor, PageDocument
from opentwinning.workspace.pages.models.page import Page, PageVersion
from opentwinning.workspace.pages.models.site import EmbedSite
from opentwinning.workspace.pages.models.start import PageStart

__all__ = [
    "EmbedSite",
    "Page",
    "PageChange",
    "PageCoAuthor",
    "PageDocument",
    "PageStart",
    "PageVersion",
]
