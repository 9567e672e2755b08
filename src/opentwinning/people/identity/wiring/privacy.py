"""What proofs hold about a person."""

from django.db.models import Q

from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    not_personal,
)
from opentwinning.people.identity.models import (
    Authenticator,
    Device,
    FactorRule,
    Passkey,
    RecoveryCode,
)

not_personal(FactorRule)
declare(
    Declaration(
        model=Authenticator,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="ask for a second proof when somebody signs in",
        retention="until the person removes it",
        plain=("account", "sealed_key", "last_step", "added_at", "last_used_at"),
        withheld=("sealed_key", "last_step"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=RecoveryCode,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="let somebody in who lost the telephone",
        retention="until the person makes new ones",
        plain=("account", "code_hash", "made_at", "used_at"),
        withheld=("code_hash",),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=Passkey,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="let the person in who holds the device",
        retention="until the person removes it",
        personal=("name",),
        plain=(
            "ref",
            "account",
            "credential_id",
            "public_key",
            "sign_count",
            "added_at",
            "last_used_at",
        ),
        withheld=("credential_id", "public_key", "sign_count"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=Device,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="show where the person is signed in, and tell her of a browser she may not know",
        retention="400 days after the last sign-in with it",
        personal=("name",),
        plain=("ref", "account", "secret_hash", "session_key", "begun_at"),
        withheld=("secret_hash", "session_key"),
        on_erasure=OnErasure.DELETE,
    )
)
