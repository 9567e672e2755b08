"""What somebody who came back is asked, and what operators fill in."""

from opentwinning.people.external.forms.arriving import ByMailForm, NewAccountForm
from opentwinning.people.external.forms.providers import NewProviderForm, ProviderForm, WaysForm

__all__ = ["ByMailForm", "NewAccountForm", "NewProviderForm", "ProviderForm", "WaysForm"]
