"""Who may touch an account (matrix row 5): the person herself, and nobody else."""

import pytest

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.verdicts import Refused
from opentwinning.people.accounts.actions import (
    change_language,
    change_password,
    erase_account,
    export_account,
    rename_account,
    request_erasure,
    sign_out_everywhere,
)
from opentwinning.people.accounts.policies import may_change_account, may_erase_account
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "may_change", "may_erase"),
    [
        (lambda: cast.ana().actor, True, False),
        (lambda: cast.ion().actor, False, False),
        (lambda: cast.ewa().actor, False, False),
        (lambda: cast.petra().actor, False, False),
        (lambda: cast.claire().actor, False, False),
        (lambda: cast.otto().actor, False, False),
        (lambda: VISITOR, False, False),
        (lambda: SYSTEM, False, True),
    ],
)
def test_who_may_change_and_erase_anas_account(who, may_change, may_erase):
    account = cast.ana().account
    assert may_change_account(who(), account).allowed is may_change
    assert may_erase_account(who(), account).allowed is may_erase


@pytest.mark.parametrize(
    "attempt",
    [
        lambda by, account: change_language(by=by, account=account, language="da"),
        lambda by, account: rename_account(by=by, account=account, name="Mallory"),
        lambda by, account: change_password(
            by=by, account=account, old=cast.PASSWORD, password="another-long-one-7"
        ),
        lambda by, account: sign_out_everywhere(by=by, account=account),
        lambda by, account: request_erasure(by=by, account=account),
        lambda by, account: export_account(by=by, account=account),
        lambda by, account: erase_account(by=by, account=account),
    ],
)
def test_a_stranger_is_refused_as_if_the_account_were_absent(attempt):
    """B3, B6: even Claire of the central office, even with the right old password."""
    before = cast.ana().account
    with pytest.raises(Refused) as refusal:
        attempt(cast.claire().actor, cast.ana().account)
    assert refusal.value.verdict.secret
    after = cast.ana().account
    assert (after.name, after.language, after.session_epoch, after.state) == (
        before.name,
        before.language,
        before.session_epoch,
        before.state,
    )
