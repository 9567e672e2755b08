"""After the password comes the second proof; the account's page leads to what proves."""

from typing import Any

from opentwinning.core.actor import Actor
from opentwinning.core.places import NEXT_PROOFS, PANELS, Panel, is_local_door_open
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.queries import factors_of, has_second_factor


@NEXT_PROOFS.add
def second_step(account_id: int) -> str | None:
    """Whoever has an app or a passkey is asked for it."""
    return "identity:second_step" if has_second_factor(account_id) else None


def on_account(actor: Actor, account: Account) -> dict[str, Any]:
    """What proves who she is, in one line each."""
    return {"factors": factors_of(account.pk)}


def on_sign_in(actor: Actor, subject: dict[str, str]) -> dict[str, Any] | None:
    """Whoever has a passkey needs no password, while ways of this site are open (C-11)."""
    if not is_local_door_open():
        return None
    return {"wish": subject["next"], "kept": subject["kept"]}


PANELS.add(Panel("sign_in", "identity/sign_in_panel.html", on_sign_in), order=10)
PANELS.add(Panel("account", "identity/account_panel.html", on_account), order=10)
