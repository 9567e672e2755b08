"""The educator is told what her support organisation decided; officers that somebody waits."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.events import EducatorAsked, EducatorRefused, EducatorValidated

declare_notice(
    NoticeKind(
        key="educators.validated",
        sentence=pgettext_lazy("notice", "You are validated. You can now find partners."),
        icon="check",
        mail="educators/mail/validated.txt",
        is_vital=True,
    )
)
declare_notice(
    NoticeKind(
        key="educators.asked",
        sentence=pgettext_lazy("notice", "Your support organisation has a question."),
        icon="help",
        mail="educators/mail/asked.txt",
        is_vital=True,
    )
)
declare_notice(
    NoticeKind(
        key="educators.refused",
        sentence=pgettext_lazy("notice", "Your support organisation did not validate you."),
        icon="info",
        mail="educators/mail/refused.txt",
        is_vital=True,
    )
)
declare_notice(
    NoticeKind(
        key="educators.lapsing",
        sentence=pgettext_lazy("notice", "Your validation ends in a month. Look at your school."),
        icon="badge-check",
        mail="educators/mail/lapsing.txt",
    )
)


@on(EducatorValidated)
def tell_validated(event: EducatorValidated) -> None:
    tell([event.account_id], "educators.validated", url="/today/")


@on(EducatorAsked)
def tell_asked(event: EducatorAsked) -> None:
    tell([event.account_id], "educators.asked", url="/educators/validation", message=event.message)


@on(EducatorRefused)
def tell_refused(event: EducatorRefused) -> None:
    tell(
        [event.account_id], "educators.refused", url="/educators/validation", message=event.message
    )
