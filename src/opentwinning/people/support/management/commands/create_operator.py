"""``python -m opentwinning create_operator --email … --name …``: once, after installing (A18)."""

from typing import Any, override

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from opentwinning.core.actor import SYSTEM
from opentwinning.core.text import clean_line
from opentwinning.core.verdicts import Invalid
from opentwinning.people.support.actions import create_first_operator


class Command(BaseCommand):
    help = "Creates the first operator and prints a link to choose a password (60 minutes, once)."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--language", default=settings.LANGUAGE_CODE, choices=self.languages())
        parser.add_argument(
            "--operator-only",
            action="store_true",
            help="not also the first officer of the central office",
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
            path = create_first_operator(
                by=SYSTEM,
                email=options["email"],
                name=clean_line(options["name"]),
                language=options["language"],
                is_central=not options["operator_only"],
            )
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        except Invalid as problem:
            raise CommandError(str(problem.message)) from problem
        self.stdout.write("Open this link within 60 minutes and choose a password:")
        self.stdout.write(f"{settings.ADDRESS}{path}")

    @staticmethod
    def languages() -> list[str]:
        return [code for code, _ in settings.LANGUAGES]
