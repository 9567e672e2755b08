"""What accounts hold about a person."""

from uuid import uuid4

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from opentwinning.core.clock import now
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, points_at_person
from opentwinning.people.accounts.models import (
    Account,
    Address,
    Capacity,
    ErasureRequest,
    MailedLink,
    Suspension,
)
from opentwinning.people.accounts.vocabulary import AccountState

declare(
    Declaration(
        model=Account,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(pk=key),
        purpose="sign in and be told about one's things",
        retention="while the account lives; erased after 36 months without sign-in",
        personal=("email", "name", "password"),
        plain=(
            "ref",
            "language",
            "time_zone",
            "state",
            "session_epoch",
            "created_at",
            "last_sign_in_at",
            "joined_into",
        ),
        withheld=("password", "session_epoch"),
        on_erasure=OnErasure.BLANK,
        blank={
            "email": lambda: f"erased-{uuid4().hex}@erased.invalid",
            "name": "",
            "password": "!",
            "state": AccountState.ERASED,
            "last_sign_in_at": None,
        },
        order=900,
    )
)
declare(
    Declaration(
        model=Address,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="sign in and be found by any address that is hers",
        retention="until she removes it; some days when nobody confirms it",
        personal=("email",),
        plain=("ref", "account", "added_at", "confirmed_at"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=Capacity,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="decide what the person may do",
        retention="while the account lives",
        plain=("account", "role", "country", "granted_at", "until"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=MailedLink,
        subject=Subject.EDUCATOR,
        rows=lambda key: (
            Q(account_id=key)
            | Q(
                email__in=Address.objects.filter(account_id=key, confirmed_at__isnull=False).values(
                    "email"
                )
            )
        ),
        purpose="prove that an address is read",
        retention="30 days",
        personal=("email", "name"),
        plain=("purpose", "account", "country", "language", "secret_hash", "expires_at", "used_at"),
        withheld=("secret_hash",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
declare(
    Declaration(
        model=ErasureRequest,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="erase the person when she asked for it, and be able to show that it was done",
        retention="10 years, without any name",
        plain=("account", "requested_at", "due_at", "cancelled_at", "done_at"),
        on_erasure=OnErasure.KEEP,
        because="proof that the wish was carried out; it names nobody",
    )
)
points_at_person(Account, "joined_into", after="a number without a name, in an empty row")
points_at_person(Suspension, "by_account_id", after="a number without a name")
points_at_person(Suspension, "ended_by_account_id", after="a number without a name")
declare(
    Declaration(
        model=Suspension,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="keep others safe, and be able to show why an account was closed for a time",
        retention="while the account lives; the texts go with the person",
        personal=("reason", "answer"),
        plain=(
            "ref",
            "account",
            "office",
            "by_account_id",
            "at",
            "until",
            "ended_at",
            "ended_by_account_id",
        ),
        withheld=("by_account_id", "ended_by_account_id"),
        on_erasure=OnErasure.BLANK,
        blank={
            "reason": "",
            "answer": "",
            "ended_at": lambda: Coalesce(F("ended_at"), Value(now())),
        },
    )
)
