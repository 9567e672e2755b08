"""What teachers are told about their pupils."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.notices import NoticeKind, declare_notice

declare_notice(
    NoticeKind(
        key="pupils.asks_for_help",
        sentence=pgettext_lazy("notice", "%(nickname)s of %(school_class)s asks you for help."),
        icon="life-buoy",
    )
)
