"""A form for the showcase and the tests: one field of every kind."""

from django import forms


class SpecimenForm(forms.Form):
    """Shown on the showcase page only."""

    title = forms.CharField(
        label="Title of the project", max_length=80, help_text="Partners see this first."
    )
    goals = forms.CharField(
        label="What will pupils learn?", widget=forms.Textarea(attrs={"rows": 4}), max_length=400
    )
    language = forms.ChoiceField(
        label="Working language", choices=[("en", "English"), ("fr", "French"), ("pl", "Polish")]
    )
    visibility = forms.ChoiceField(
        label="Who can see this page?",
        choices=[
            ("staff", "Only teachers of this project"),
            ("space", "Teachers and pupils of 3 schools"),
        ],
        widget=forms.RadioSelect,
    )
    ages = forms.MultipleChoiceField(
        label="Age of pupils",
        choices=[("8", "8 to 10"), ("11", "11 to 13"), ("14", "14 to 16")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label="My head teacher knows about this project")
    plan = forms.FileField(label="Plan as a file", required=False, help_text="Up to 20 MB.")
    begins = forms.DateField(
        label="First day", widget=forms.DateInput(attrs={"type": "date"}), required=False
    )

    def clean(self) -> None:
        """The one rule about the whole form, so that the showcase has such an error too."""
        if not self.cleaned_data.get("title"):
            raise forms.ValidationError("Write a title before you send the form.")


def specimen_form(*, wrong: bool = False) -> SpecimenForm:
    """The form, empty or with errors."""
    return SpecimenForm({} if wrong else None)
