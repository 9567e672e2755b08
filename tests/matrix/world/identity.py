"""A passkey of the founder; its name is hers alone."""

from opentwinning.core.permits import free_writing
from opentwinning.people.identity.models import Passkey


def furnish(world):
    name = "CANARY-own-passkey-52ab"
    with free_writing():
        passkey = Passkey.objects.create(
            account=world.people["PF"].account, credential_id="bWF0cml4", public_key="bm9uZQ",
            name=name,
        )  # fmt: skip
    world.put("any", "ruled_role", "national_officer")
    world.put("own", "passkey", passkey.ref)
    world.canary("own", "passkey", name, readers={"PF"})
