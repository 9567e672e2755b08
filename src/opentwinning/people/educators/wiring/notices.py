"""The educator is told what her support organisation decided; officers that somebody waits."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.events import EducatorAsked, EducatorRefused, EducatorValidated

for key, icon, is_vital, sentence in (
    (
        "validated",
        "check",
        True,
        pgettext_lazy("notice", "You are validated. You can now find partners."),
    ),
    ("asked", "help", True, pgettext_lazy("notice", "Your support organisation has a question.")),
    (
        "refused",
        "info",
        True,
        pgettext_lazy("notice", "Your support organisation did not validate you."),
    ),
    (
        "lapsing",
        "badge-check",
        False,
        pgettext_lazy("notice", "Your validation ends in a month. Look at your school."),
    ),
):
    declare_notice(
        NoticeKind(
            f"educators.{key}", sentence, icon, mail=f"educators/mail/{key}.txt", is_vital=is_vital
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
