"""Notices and mails belong to their reader."""

from django.db.models import Q

from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare
from opentwinning.facilities.notifications.models import (
    BouncedAddress,
    Mail,
    MailHabits,
    Notice,
    PushDevice,
)

declare(
    Declaration(
        model=Notice,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="tell the person what happened to her things",
        retention="one year",
        personal=("facts",),
        plain=(
            "ref",
            "account_id",
            "kind",
            "url",
            "created_at",
            "read_at",
            "waits_for_digest",
            "is_weekly",
        ),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=Mail,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="send the person mail about her things",
        retention="90 days after sending; its facts go when it is sent",
        personal=("to_address", "facts"),
        plain=(
            "account_id",
            "language",
            "template",
            "dedupe_key",
            "message_id",
            "state",
            "created_at",
            "sent_at",
            "problem",
        ),
        withheld=("dedupe_key", "message_id"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=MailHabits,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="send as many mails as the person wants, when she wants them",
        retention="while the account lives",
        plain=(
            "account_id",
            "paces",
            "quiet_nights",
            "quiet_from",
            "quiet_until",
            "quiet_weekends",
            "away_from",
            "away_until",
        ),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=PushDevice,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="tell a browser its owner chose that something is new",
        retention="until it is removed, its push service says it is gone, or the account ends",
        personal=("name",),
        plain=(
            "ref",
            "account_id",
            "endpoint",
            "endpoint_hash",
            "public_key",
            "secret",
            "kinds",
            "added_at",
            "told_at",
        ),
        withheld=("endpoint_hash", "public_key", "secret"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=BouncedAddress,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="send no mails to an address that takes none, and tell its owner",
        retention="90 days",
        personal=("address",),
        plain=("account_id", "reason", "at"),
        on_erasure=OnErasure.DELETE,
    )
)
