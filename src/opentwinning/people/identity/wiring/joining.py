"""Two accounts of one person become one: passkeys move, what belongs to one password does not."""

from opentwinning.core.joining import drops, settles
from opentwinning.people.identity.models import Authenticator, Device, RecoveryCode


def _void_codes(kept: int, gone: int) -> None:
    RecoveryCode.objects.filter(account=gone).delete()


def _forget_browsers(kept: int, gone: int) -> None:
    Device.objects.filter(account=gone).delete()


drops(Authenticator, RecoveryCode, Device)
settles(RecoveryCode, _void_codes)
settles(Device, _forget_browsers)
