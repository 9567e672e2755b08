"""The teacher proves again that it is she: before erasing, before taking data along (A14)."""

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import OtForm, PasswordField
from opentwinning.facilities.limits.actions import forget_limits, within_limits
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.vocabulary import PASSWORD_LIMITS


class ConfirmForm(OtForm):
    password = PasswordField(label=pgettext_lazy("pupils", "Your password"))

    def confirms(self, account: Account) -> bool:
        """True for the right password; otherwise the form says what to do."""
        if not self.is_valid():
            return False
        who = f"account:{account.pk}"
        if not within_limits("password", who, PASSWORD_LIMITS):
            self.add_error("password", pgettext("pupils", "Too many tries. Wait some minutes."))
            return False
        if not account.knows(self.cleaned_data["password"]):
            self.add_error("password", pgettext("pupils", "This password is not right. Try again."))
            return False
        forget_limits("password", who, PASSWORD_LIMITS)
        return True
