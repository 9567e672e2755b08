"""What is asked to prove who somebody is."""

from django import forms
from django.utils.translation import pgettext_lazy

from opentwinning.core.forms import LineField, OtForm, PasswordField


class CodeField(LineField):
    """A code that is typed from a telephone or from paper."""

    def __init__(self, *, digits: bool = False, **kwargs: object) -> None:
        attrs = {"autocomplete": "one-time-code", "autocapitalize": "characters"}
        attrs |= {"inputmode": "numeric"} if digits else {}
        kwargs.setdefault("widget", forms.TextInput(attrs={**attrs, "spellcheck": "false"}))
        super().__init__(max_length=20, **kwargs)


class FirstCodeForm(OtForm):
    code = CodeField(
        digits=True,
        label=pgettext_lazy("identity", "Code of six digits"),
        help_text=pgettext_lazy("identity", "The app shows it. It changes every 30 seconds."),
    )


class PasskeyNameForm(OtForm):
    name = LineField(
        label=pgettext_lazy("identity", "Name of the passkey"),
        help_text=pgettext_lazy("identity", "So that you know it again, such as “My telephone”."),
        max_length=60,
    )


class NewPasskeyForm(PasskeyNameForm):
    answer = forms.CharField(
        max_length=20_000,
        widget=forms.HiddenInput,
        error_messages={
            "required": pgettext_lazy("identity", "The device did not make a passkey. Try again.")
        },
    )


class SecondStepForm(OtForm):
    code = CodeField(
        label=pgettext_lazy("identity", "Code"),
        help_text=pgettext_lazy(
            "identity", "Six digits of your app, or one of your printed recovery codes."
        ),
    )


class ConfirmForm(OtForm):
    """The password, or a code for somebody who has an app; a code by mail for who has neither."""

    password = PasswordField(label=pgettext_lazy("identity", "Your password"), required=False)
    code = CodeField(
        label=pgettext_lazy("identity", "Or a code of your app"), required=False, digits=True
    )

    mailed_code = CodeField(
        label=pgettext_lazy("identity", "Code of six digits"),
        help_text=pgettext_lazy("identity", "It stands in the mail we sent you."),
        digits=True,
    )

    def __init__(
        self, *args: object, has_app: bool, is_mailed: bool = False, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        if is_mailed:
            self.fields = {"mailed_code": self.fields["mailed_code"]}
            return
        del self.fields["mailed_code"]
        if not has_app:
            del self.fields["code"]
            self.fields["password"].required = True
