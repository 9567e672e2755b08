"""``python -m opentwinning import_register RO schools.csv --mapping mapping.yaml``."""

from pathlib import Path
from typing import Any, override

import yaml
from django.core.management.base import BaseCommand, CommandError, CommandParser

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid
from opentwinning.people.organisations.actions import import_register, save_register_mapping
from opentwinning.people.organisations.models import RegisterMapping
from opentwinning.people.organisations.queries import mapping_of, preview_register

RULES = ("patterns", "values", "capitals", "small_words", "schools_when", "open_when",
         "closed_when_filled")  # fmt: skip


class Command(BaseCommand):
    help = "Brings the schools of a country up to its register (CSV, XLSX or HTML, packed or not)."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("country", help="two letters, such as RO")
        parser.add_argument("file", type=Path)
        parser.add_argument("--mapping", type=Path, help="YAML: which column means what")
        parser.add_argument("--dry-run", action="store_true", help="count, change nothing")
        parser.add_argument(
            "--many-may-close", action="store_true", help="allow closing many schools"
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        country = options["country"].upper()
        try:
            mapping = self._mapping(country, options["mapping"])
            with options["file"].open("rb") as file:
                if options["dry_run"]:
                    self._tell(preview_register(country, file, mapping))
                    return
                done = import_register(
                    by=SYSTEM,
                    country=country,
                    file=file,
                    mapping=mapping,
                    file_name=options["file"].name,
                    many_may_close=options["many_may_close"],
                )
        except (Invalid, OSError) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(
            f"{done.created_count} new, {done.changed_count} changed, "
            f"{done.unchanged_count} unchanged, {done.closed_count} closed, "
            f"{done.left_out_count} left out, {len(done.problems)} problems"
        )
        for row in done.problems:
            self.stdout.write(f"  line {row['line']}: {row['what']} {row['value']}")

    def _mapping(self, country: str, path: Path | None) -> RegisterMapping:
        if path is None:
            known = mapping_of(country)
            if known is None:
                raise CommandError(f"No mapping for {country} yet: name one with --mapping")
            return known
        found = yaml.safe_load(path.read_text("utf-8"))
        if "columns" not in found:  # several registers in one file: the country's first one
            found = next((m for m in found.values() if m.get("country") == country), {})
        if "columns" not in found:
            raise CommandError(f"{path} holds no mapping for {country}")
        return save_register_mapping(
            by=SYSTEM,
            country=country,
            delimiter=found.get("delimiter", ","),
            encoding=found.get("encoding", "utf-8"),
            columns=found["columns"],
            empty_markers=found.get("empty_markers", [""]),
            rules={name: found[name] for name in RULES if name in found},
            reading={name: found[name] for name in ("heading_row", "sheet") if name in found},
        )

    def _tell(self, preview: Any) -> None:
        self.stdout.write(
            f"would be: {preview.created} new, {preview.changed} changed, "
            f"{preview.unchanged} unchanged, {preview.closed} closed, "
            f"{preview.left_out} left out, {preview.problem_count} problems"
        )
