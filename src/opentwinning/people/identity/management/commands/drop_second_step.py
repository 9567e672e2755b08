"""``python -m opentwinning drop_second_step ana@example.org --reason "…"``: the way back for
somebody who lost telephone and paper."""

from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from opentwinning.core.actor import SYSTEM
from opentwinning.people.accounts.queries import account_with_address
from opentwinning.people.identity.actions import drop_factors


class Command(BaseCommand):
    help = "Takes the second step from an account, for a reason that is written down."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--reason", required=True)

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        account = account_with_address(options["email"])
        if account is None:
            raise CommandError("Nobody has an active account with this address.")
        if drop_factors(by=SYSTEM, account=account, reason=options["reason"]):
            self.stdout.write("The second step is gone. The person is told by mail.")
        else:
            self.stdout.write("There was no second step.")
