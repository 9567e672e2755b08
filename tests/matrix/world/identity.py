"""A passkey and a browser of the founder; their names are hers alone."""

from opentwinning.core.permits import free_writing
from opentwinning.people.identity.models import Device, Passkey


def furnish(world):
    name = "CANARY-own-passkey-52ab"
    with free_writing():
        passkey = Passkey.objects.create(
            account=world.people["PF"].account, credential_id="bWF0cml4", public_key="bm9uZQ",
            name=name,
        )  # fmt: skip
        device = Device.objects.create(
            account=world.people["PF"].account, secret_hash="none", session_key="none",
            name="CANARY-own-device-91c0",
        )  # fmt: skip
    world.put("own", "device", device.ref)
    world.canary("own", "device", device.name, readers={"PF"})
    world.put("any", "ruled_role", "national_officer")
    world.put("own", "passkey", passkey.ref)
    world.canary("own", "passkey", name, readers={"PF"})
