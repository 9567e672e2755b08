"""Whoever's mails come back reads it here, since no mail reaches her."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.notices import NoticeKind, declare_notice

declare_notice(
    NoticeKind(
        "notifications.bounced",
        pgettext_lazy(
            "notice", "Our mails to %(address)s come back. Please choose another address."
        ),
        icon="triangle-alert",
    )
)
