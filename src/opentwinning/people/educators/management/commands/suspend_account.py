"""``python -m opentwinning suspend_account EMAIL --reason … [--days N] [--lift]`` (row 11)."""

import datetime as dt
from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid
from opentwinning.people.accounts.queries import account_at
from opentwinning.people.educators.actions import lift_suspension, suspend_educator
from opentwinning.people.educators.models import Educator


class Command(BaseCommand):
    help = "Suspends an educator's account with a reason that she reads, or lifts the suspension."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--reason", required=True)
        parser.add_argument("--days", type=int, default=0, help="0: until somebody lifts it")
        parser.add_argument("--lift", action="store_true")

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        account = account_at(options["email"])
        educator = Educator.objects.select_related("account").filter(account=account).first()
        if educator is None:
            raise CommandError("No educator has this address.")
        days = options["days"]
        try:
            if options["lift"]:
                lift_suspension(by=SYSTEM, educator=educator, answer=options["reason"])
            else:
                until = now() + dt.timedelta(days=days) if days else None
                suspend_educator(
                    by=SYSTEM, educator=educator, reason=options["reason"], until=until
                )
        except Invalid as problem:
            raise CommandError(str(problem.message)) from problem
        self.stdout.write("Lifted." if options["lift"] else "Suspended.")
