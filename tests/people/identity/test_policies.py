"""Who may change what opens an account (matrix row 5): the person herself, and nobody else."""

import pyotp
import pytest

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused
from opentwinning.people.identity.actions import (
    add_authenticator,
    drop_factors,
    remove_authenticator,
    renew_recovery_codes,
)
from opentwinning.people.identity.models import Authenticator, RecoveryCode
from opentwinning.people.identity.policies import may_change_factors
from opentwinning.people.identity.queries import new_key
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (lambda: cast.ana().actor, True),
        (lambda: cast.ion().actor, False),
        (lambda: cast.petra().actor, False),
        (lambda: cast.claire().actor, False),
        (lambda: cast.otto().actor, False),
        (lambda: VISITOR, False),
        (lambda: SYSTEM, False),
    ],
)
def test_who_may_change_what_opens_anas_account(who, may):
    assert may_change_factors(who(), cast.ana().account).allowed is may


def test_nobody_else_changes_anything():
    ana, claire = cast.ana(), cast.claire()
    key = new_key()
    code = pyotp.TOTP(key).at(now())
    add_authenticator(by=ana.actor, account=ana.account, key=key, code=code)
    for change in (
        lambda: add_authenticator(by=claire.actor, account=ana.account, key=new_key(), code=code),
        lambda: remove_authenticator(by=claire.actor, account=ana.account),
        lambda: drop_factors(by=claire.actor, account=ana.account, reason="I may not"),
        lambda: renew_recovery_codes(by=claire.actor, account=ana.account),
    ):
        with pytest.raises(Refused):
            change()
    assert Authenticator.objects.get(account=ana.account).key == key
    assert RecoveryCode.objects.filter(account=ana.account, used_at=None).count() == 10
