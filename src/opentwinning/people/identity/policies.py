"""Who may touch proofs of identity (matrix row 5): only the person herself."""

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.models import Device


def may_change_factors(actor: Actor, account: Account) -> Verdict:
    """Set up, renew and remove what proves who one is. Nobody does it for somebody else, so that
    no officer can slip into another's account."""
    return granted() if actor.account_id == account.pk else hidden()


def may_end_device(actor: Actor, device: Device) -> Verdict:
    """See a browser of one's own and sign it out."""
    return granted() if actor.account_id == device.account_id else hidden()


def may_set_factor_rule(actor: Actor) -> Verdict:
    """The operator, who answers for the installation; and the builder of the demo world."""
    return granted() if actor.is_a(Role.OPERATOR, Role.SYSTEM) else hidden()


def may_drop_factors(actor: Actor) -> Verdict:
    """Only from the machine's own console, for a person who lost telephone and paper and showed in
    another way who she is."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()
