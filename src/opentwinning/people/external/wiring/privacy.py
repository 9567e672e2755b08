"""What is held about a person's identities elsewhere."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, not_personal
from opentwinning.people.accounts.models import Address
from opentwinning.people.external.models import Identity, PendingJoin, Provider, SignInRules

not_personal(Provider, SignInRules)
declare(
    Declaration(
        model=Identity,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="sign in with an account the person has elsewhere",
        retention="until she disconnects it, or the account is erased",
        personal=("subject", "name", "email"),
        plain=("ref", "account", "provider", "issuer", "linked_at", "last_used_at"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=PendingJoin,
        subject=Subject.EDUCATOR,
        rows=lambda key: (
            Q(account_id=key)
            | Q(
                email__in=Address.objects.filter(account_id=key, confirmed_at__isnull=False).values(
                    "email"
                )
            )
        ),
        purpose="prove by mail that an identity elsewhere belongs to the owner of an account",
        retention="30 days",
        personal=("subject", "email", "name"),
        plain=(
            "account",
            "provider",
            "issuer",
            "country",
            "language",
            "secret_hash",
            "expires_at",
            "used_at",
        ),
        withheld=("secret_hash",),
        on_erasure=OnErasure.DELETE,
        order=50,
    )
)
