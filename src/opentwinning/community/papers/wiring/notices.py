"""What an educator hears about her stamped form."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.notices import NoticeKind, declare_notice

declare_notice(
    NoticeKind(
        key="papers.due",
        sentence=pgettext_lazy("notice", "Your support organisation asks for a stamped form."),
        icon="file-text",
    )
)
declare_notice(
    NoticeKind(
        key="papers.soon",
        sentence=pgettext_lazy("notice", "Your stamped form is due within a week."),
        icon="file-text",
    )
)
declare_notice(
    NoticeKind(
        key="papers.late",
        sentence=pgettext_lazy("notice", "The day for your stamped form has passed."),
        icon="file-text",
    )
)
