"""How a register is read, and the file itself."""

import json
from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.people.organisations.models import RegisterMapping
from opentwinning.people.organisations.vocabulary import (
    DELIMITERS,
    ENCODINGS,
    MAX_REGISTER,
    REGISTER_FIELDS,
)

_COLUMN_LABELS = {
    "code": pgettext_lazy("register", "Code of the school"),
    "name": pgettext_lazy("register", "Name"),
    "kind": pgettext_lazy("register", "Kind of school"),
    "place": pgettext_lazy("register", "Town or village"),
    "region": pgettext_lazy("register", "Region"),
    "postcode": pgettext_lazy("register", "Postcode"),
    "website": pgettext_lazy("register", "Web site"),
    "latitude": pgettext_lazy("register", "Latitude"),
    "longitude": pgettext_lazy("register", "Longitude"),
    "parent": pgettext_lazy("register", "Code of the school it belongs to"),
    "position": pgettext_lazy("register", "Latitude and longitude in one cell"),
}
_DELIMITER_LABELS = {
    ",": pgettext_lazy("register", "Comma"),
    ";": pgettext_lazy("register", "Semicolon"),
    "\t": pgettext_lazy("register", "Tab"),
    "|": pgettext_lazy("register", "Vertical bar"),
}
# Patterns are the operator's (import_register --mapping): a bad one would keep the server busy.
RULES = frozenset({"values", "capitals", "small_words", "schools_when", "open_when"})


class UploadForm(OtForm):
    """The file as the ministry publishes it."""

    file = forms.FileField(
        label=pgettext_lazy("register", "Register as a CSV file"),
        help_text=pgettext_lazy("register", "Nothing changes yet: you see the first rows first."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_REGISTER:
            raise ValidationError(pgettext("register", "The file is larger than 50 MB."))
        return file


class ImportForm(OtForm):
    """Go on with the file that was looked at."""

    token = forms.CharField(widget=forms.HiddenInput)
    many_may_close = forms.BooleanField(
        label=pgettext_lazy("register", "Yes, many schools may be closed by this import"),
        required=False,
    )


class MappingForm(OtForm):
    """Which column means what; only these columns are ever read."""

    delimiter = forms.ChoiceField(
        label=pgettext_lazy("register", "Between the cells stands"),
        choices=[(each, _DELIMITER_LABELS[each]) for each in DELIMITERS],
    )
    encoding = forms.ChoiceField(
        label=pgettext_lazy("register", "Encoding"), choices=[(each, each) for each in ENCODINGS]
    )
    empty_markers = forms.CharField(
        label=pgettext_lazy("register", "What the register writes instead of nothing"),
        help_text=pgettext_lazy("register", "One on each line, such as a dash."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rules = forms.CharField(
        label=pgettext_lazy("register", "Further rules (JSON)"),
        help_text=pgettext_lazy("register", "For experts. Leave it as it is when unsure."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in REGISTER_FIELDS:
            self.fields[f"column_{name}"] = forms.CharField(
                label=_COLUMN_LABELS[name],
                required=name in {"code", "name"},
                max_length=120,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
        columns = [f"column_{name}" for name in REGISTER_FIELDS]
        self.order_fields([*columns, "delimiter", "encoding", "empty_markers", "rules"])

    @staticmethod
    def stored(mapping: RegisterMapping | None) -> dict[str, Any]:
        """Initial values from what was used last time."""
        if mapping is None:
            return {"rules": "{}", "delimiter": ",", "encoding": "utf-8"}
        encoding = "utf-8" if mapping.encoding == "utf-8-sig" else mapping.encoding
        values: dict[str, Any] = {
            "delimiter": mapping.delimiter,
            "encoding": encoding,
            "empty_markers": "\n".join(mark for mark in mapping.empty_markers if mark),
            "rules": json.dumps(
                {name: rule for name, rule in mapping.rules.items() if name in RULES},
                ensure_ascii=False,
                indent=1,
            ),
        }
        return values | {f"column_{name}": column for name, column in mapping.columns.items()}

    def clean_rules(self) -> dict[str, Any]:
        """Only rules we know, of the right shape."""
        try:
            rules = json.loads(self.cleaned_data["rules"] or "{}")
            _check(rules)
        except (ValueError, TypeError, KeyError, AttributeError) as problem:
            sentence = pgettext("register", "This cannot be used as rules: %(problem)s")
            raise ValidationError(sentence % {"problem": problem}) from problem
        return dict(rules)

    @override
    def details(self) -> dict[str, Any]:
        values = self.cleaned_data
        columns = {name: values[f"column_{name}"].strip() for name in REGISTER_FIELDS}
        return {
            "delimiter": values["delimiter"],
            "encoding": values["encoding"],
            "empty_markers": ["", *values["empty_markers"].split()],
            "rules": values["rules"],
            "columns": {name: column for name, column in columns.items() if column},
        }


def _check(rules: dict[str, Any]) -> None:
    unknown = set(rules) - RULES
    if unknown:
        raise ValueError(", ".join(sorted(unknown)))
    for rule in ("schools_when", "open_when"):
        if rules.get(rule) and not isinstance(rules[rule]["values"], list):
            raise TypeError(rule)
        if rules.get(rule):
            str(rules[rule]["column"])
    for names in rules.get("values", {}).values():
        names.items()
    for rule in ("capitals", "small_words"):
        if not isinstance(rules.get(rule, []), list):
            raise TypeError(rule)
