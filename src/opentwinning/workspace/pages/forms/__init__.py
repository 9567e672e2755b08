"""Forms of pages."""

from opentwinning.workspace.pages.forms.page import EditForm, NewPageForm, WhoForm, who_writes

__all__ = ["EditForm", "NewPageForm", "WhoForm", "who_writes"]
