"""A register on its way in: the file, how it is read, which column means what, which rows count."""

from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.forms import OtForm
from opentwinning.people.organisations.models import RegisterImport
from opentwinning.people.organisations.queries import Reading, Word
from opentwinning.people.organisations.vocabulary import (
    CLOSING_LABELS,
    DELIMITERS,
    ENCODINGS,
    HEADING_WITHIN,
    MAX_REGISTER,
    REGISTER_FIELDS,
    TableKind,
)

COLUMN_LABELS = {
    "code": pgettext_lazy("register", "Code of the school"),
    "name": pgettext_lazy("register", "Name"),
    "legal_name": pgettext_lazy("register", "Legal name"),
    "accreditation": pgettext_lazy("register", "Accreditation number"),
    "kind": pgettext_lazy("register", "Kind of school"),
    "place": pgettext_lazy("register", "Town or village"),
    "region": pgettext_lazy("register", "Region"),
    "postcode": pgettext_lazy("register", "Postcode"),
    "address": pgettext_lazy("register", "Street, town and postcode in one cell"),
    "website": pgettext_lazy("register", "Web site"),
    "latitude": pgettext_lazy("register", "Latitude"),
    "longitude": pgettext_lazy("register", "Longitude"),
    "position": pgettext_lazy("register", "Latitude and longitude in one cell"),
    "parent": pgettext_lazy("register", "Code of the school it belongs to"),
}
_DELIMITER_LABELS = {
    ",": pgettext_lazy("register", "Comma"),
    ";": pgettext_lazy("register", "Semicolon"),
    "\t": pgettext_lazy("register", "Tab"),
    "|": pgettext_lazy("register", "Vertical bar"),
}
# rule → (what the person chooses, the rule of a mapping file that says the same by a list of words)
_FILTERS = {
    "not_schools_when": ("filter", "schools_when"),
    "not_open_when": ("state", "open_when"),
}


class UploadForm(OtForm):
    """The file as the ministry publishes it."""

    file = forms.FileField(
        label=pgettext_lazy("register", "Register: CSV, XLSX, HTML or a packed one"),
        help_text=pgettext_lazy("register", "Nothing changes yet: you see the first rows first."),
        widget=forms.FileInput(
            attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls,.html,.htm,.gz,.zip,text/csv"}
        ),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_REGISTER:
            raise ValidationError(pgettext("register", "The file is larger than 50 MB."))
        return file


class ReadingForm(OtForm):
    """How the file is read, when it was guessed wrongly."""

    encoding = forms.ChoiceField(
        label=pgettext_lazy("register", "Encoding"),
        help_text=pgettext_lazy("register", "Right when the letters in the first rows are right."),
        choices=[(each, each) for each in ("utf-8-sig", *ENCODINGS)],
    )
    delimiter = forms.ChoiceField(
        label=pgettext_lazy("register", "Between the cells stands"),
        choices=[(each, _DELIMITER_LABELS[each]) for each in DELIMITERS],
    )
    sheet = forms.ChoiceField(label=pgettext_lazy("register", "Sheet"))
    heading_row = forms.IntegerField(
        label=pgettext_lazy("register", "Row with the headings"),
        help_text=pgettext_lazy("register", "0 when the file has no headings."),
        min_value=0,
        max_value=HEADING_WITHIN,
    )

    def __init__(self, data: Any, reading: Reading) -> None:
        super().__init__(data, initial=reading.stored())
        self.reading = reading
        is_book = reading.kind == TableKind.WORKBOOK
        absent = ["encoding"] if is_book else ["sheet"]
        absent += [] if reading.kind == TableKind.TEXT else ["delimiter"]
        for name in absent:
            del self.fields[name]
        if is_book:
            self.fields["sheet"].choices = [(name, name) for name in reading.sheets]  # type: ignore[attr-defined]  # a choice field


class ColumnsForm(OtForm):
    """Which column means what; only these columns are ever read."""

    def __init__(self, data: Any, register: RegisterImport) -> None:
        plan = register.plan
        super().__init__(data, initial=_initial(register))
        self.rules = dict(plan.get("rules", {}))
        nothing = [("", pgettext("register", "Not in this file"))]
        self.headings = [(heading, heading) for heading in register.headings]
        for name, label in COLUMN_LABELS.items():
            is_needed = name in {"code", "name"}
            self._add(f"column_{name}", label, nothing, is_needed=is_needed)
        everything = [("", pgettext("register", "Take every row"))]
        self._add(
            "filter", pgettext_lazy("register", "Column that tells schools apart"), everything
        )
        self._add(
            "state", pgettext_lazy("register", "Column that says whether it is open"), everything
        )
        self._add(
            "closed", pgettext_lazy("register", "Column with the date of closing"), everything
        )
        self.fields["empty_markers"] = forms.CharField(
            label=pgettext_lazy("register", "What the register writes instead of nothing"),
            help_text=pgettext_lazy("register", "One on each line, such as a dash."),
            required=False,
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields["has_capitals"] = forms.BooleanField(
            label=pgettext_lazy("register", "Write towns and regions with small letters"),
            help_text=pgettext_lazy("register", "For registers that write them in capitals."),
            required=False,
        )
        self.fields["closing"] = forms.ChoiceField(
            label=pgettext_lazy("register", "What this file is"),
            help_text=pgettext_lazy("register", "Schools that are missing in it may be closed."),
            choices=list(CLOSING_LABELS.items()),
            widget=forms.RadioSelect,
        )

    def _add(self, name: str, label: Any, first: list[Any], *, is_needed: bool = False) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label, choices=[*first, *self.headings], required=is_needed
        )

    @override
    def details(self) -> dict[str, Any]:
        values = self.cleaned_data
        columns = {name: values[f"column_{name}"] for name in REGISTER_FIELDS}
        markers = [line.strip() for line in values["empty_markers"].splitlines()]
        return {
            "columns": {name: column for name, column in columns.items() if column},
            "empty_markers": sorted({"", *markers}),
            "rules": self._rules(values),
            "closing": values["closing"],
        }

    def _rules(self, values: dict[str, Any]) -> dict[str, Any]:
        """What was chosen; rules of a mapping file that the form does not show stay."""
        rules = {k: v for k, v in self.rules.items() if k in {"patterns", "values", "small_words"}}
        if values["has_capitals"]:
            rules["capitals"] = ["place", "region"]
        if values["closed"]:
            rules["closed_when_filled"] = {"column": values["closed"]}
        for rule, (field, only) in _FILTERS.items():
            column = values[field]
            if column and self.rules.get(only, {}).get("column") == column:
                rules[only] = self.rules[only]
            elif column:
                known = self.rules.get(rule, {})
                rules[rule] = known if known.get("column") == column else {"column": column}
        return rules


def _initial(register: RegisterImport) -> dict[str, Any]:
    plan = register.plan
    rules = plan.get("rules", {})
    values = {f"column_{name}": column for name, column in plan.get("columns", {}).items()}
    for rule, (field, only) in _FILTERS.items():
        values[field] = (rules.get(rule) or rules.get(only) or {}).get("column", "")
    return values | {
        "closed": rules.get("closed_when_filled", {}).get("column", ""),
        "empty_markers": "\n".join(mark for mark in plan.get("empty_markers", []) if mark),
        "has_capitals": bool(rules.get("capitals")),
        "closing": register.closing,
    }


class WordsForm(OtForm):
    """Rows with these words are schools, and open."""

    LABELS = {
        "not_schools_when": pgettext_lazy("register", "Rows with these words are schools"),
        "not_open_when": pgettext_lazy("register", "Rows with these words are open schools"),
    }

    def __init__(self, data: Any, words: dict[str, list[Word]]) -> None:
        super().__init__(data)
        self.words = words
        for rule, found in words.items():
            self.fields[rule] = forms.MultipleChoiceField(
                label=self.LABELS[rule],
                choices=[(str(at), _named(word)) for at, word in enumerate(found)],
                initial=[str(at) for at, word in enumerate(found) if word.is_taken],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": pgettext("register", "Take at least one.")},
            )

    def left_out(self) -> dict[str, list[str]]:
        """Rule → the words that were not ticked."""
        return {
            rule: [w.text for at, w in enumerate(found) if str(at) not in self.cleaned_data[rule]]
            for rule, found in self.words.items()
        }


def _named(word: Word) -> str:
    text = word.text or pgettext("register", "(nothing)")
    return f"{text} ({word.count})"


class StartForm(OtForm):
    """The last word before the import."""

    many_may_close = forms.BooleanField(
        label=pgettext_lazy("register", "Yes, many schools may be closed by this import"),
        required=False,
    )
