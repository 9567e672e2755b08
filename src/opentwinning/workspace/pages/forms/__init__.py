"""Forms of pages."""

from opentwinning.workspace.pages.forms.page import EditForm, NewPageForm, WhoForm, who_writes
from opentwinning.workspace.pages.forms.site import SiteForm

__all__ = ["EditForm", "NewPageForm", "SiteForm", "WhoForm", "who_writes"]
