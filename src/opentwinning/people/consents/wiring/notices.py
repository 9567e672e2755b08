"""What teachers are told about consents."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.notices import NoticeKind, declare_area, declare_notice

declare_area("consents", pgettext_lazy("notice area", "Consents of pupils"))
declare_notice(
    NoticeKind(
        key="consents.end_soon",
        sentence=pgettext_lazy(
            "notice", "Consents in your class %(school_class)s end in a month: ask again."
        ),
        icon="file-check",
        mail="consents/mail/end_soon.txt",
    )
)
