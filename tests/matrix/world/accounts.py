"""Links of mails that may still be used, and an address of the founder that waits."""

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.actions import (
    add_address,
    begin_with_link,
    choose_main_address,
    confirm_address,
)


def furnish(world):
    path = begin_with_link(by=SYSTEM, account=world.people["ED"].account)
    world.put("any", "reset_secret", path.rpartition("/")[2])
    founder, member = world.people["PF"], world.people["PM"]
    waiting = claimed(founder, "waiting@matrix.example.org")
    world.put("own", "address", waiting.ref)
    world.put("own", "address_secret", secret_to("waiting@matrix.example.org"))
    second = claimed(member, "second@matrix.example.org")
    old, link = member.account.email, secret_to("second@matrix.example.org")
    confirm_address(by=member.actor, account=member.account, secret=link)
    choose_main_address(by=member.actor, address=second)
    world.put("any", "take_back_secret", secret_to(old))
    with free_writing():  # the rest of the world knows her by the old one
        member.account.save(update_fields=["email"])


def claimed(person, email):
    return add_address(by=person.actor, account=person.account, email=email)


def secret_to(email):
    """The secret of the last link that an address was sent."""
    mail = Mail.objects.filter(to_address=email).latest("pk")
    return mail.facts["url"].rpartition("/")[2]
