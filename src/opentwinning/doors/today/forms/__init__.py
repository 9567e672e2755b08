"""One's own password, asked again before something that cannot be taken back."""

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import OtForm, PasswordField
from opentwinning.people.accounts.models import Account


class ConfirmForm(OtForm):
    password = PasswordField(label=pgettext_lazy("my data", "Your password"))

    def is_confirmed(self, account: Account) -> bool:
        """True when the password is hers (A14); otherwise the form says so."""
        if account.knows(self.cleaned_data["password"]):
            return True
        self.add_error("password", pgettext("my data", "This password is not right. Try again."))
        return False
