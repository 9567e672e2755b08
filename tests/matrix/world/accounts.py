"""A link of a mail that may still be used."""

from opentwinning.core.actor import SYSTEM
from opentwinning.people.accounts.actions import begin_with_link


def furnish(world):
    path = begin_with_link(by=SYSTEM, account=world.people["ED"].account)
    world.put("any", "reset_secret", path.rpartition("/")[2])
