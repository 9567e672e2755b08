"""Pages and their versions."""

from opentwinning.workspace.pages.models.page import Page, PageVersion

__all__ = ["Page", "PageVersion"]
