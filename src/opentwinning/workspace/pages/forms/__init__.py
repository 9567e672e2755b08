"""Input about pages."""

from opentwinning.workspace.pages.forms.page import EditForm, NewPageForm, SetUpForm

__all__ = ["EditForm", "NewPageForm", "SetUpForm"]
