"""Forms of pages."""

from opentwinning.workspace.pages.forms.page import EditForm, NewPageForm, WhoForm, who_writes
from opentwinning.workspace.pages.forms.site import SiteForm
from opentwinning.workspace.pages.forms.start import StartForm

__all__ = ["EditForm", "NewPageForm", "SiteForm", "StartForm", "WhoForm", "who_writes"]
