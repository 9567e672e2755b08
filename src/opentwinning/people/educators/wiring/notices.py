"""The educator is told what her support organisation decided; officers that somebody waits."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.events import (
    EducatorAsked,
    EducatorRefused,
    EducatorValidated,
    RoleReviewAsked,
    SchoolChanged,
)
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import RIGHTS_GO_ON, SchoolChange
from opentwinning.people.support.queries import officers_of

for key, icon, is_vital, sentence in (
    (
        "validated",
        "check",
        True,
        pgettext_lazy("notice", "You are validated. You can now find partners."),
    ),
    ("renewed", "check", False, pgettext_lazy("notice", "Your validation is renewed.")),
    (
        "asked",
        "circle-help",
        True,
        pgettext_lazy("notice", "Your support organisation has a question."),
    ),
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
        pgettext_lazy("notice", "Your validation ends soon. One press asks for its renewal."),
    ),
    (
        "resting",
        "eye-off",
        False,
        pgettext_lazy("notice", "You were not here for long. Soon colleagues do not find you."),
    ),
    (
        "stale",
        "user-round",
        False,
        pgettext_lazy("notice", "Please look at your profile: is it still right?"),
    ),
    (
        "moved",
        "school",
        True,
        pgettext_lazy("notice", "Your school changed. You are checked again."),
    ),
    (
        "without_school",
        "school",
        True,
        pgettext_lazy("notice", "Choose your new school. Then you are checked again."),
    ),
    (
        "review",
        "scale",
        True,
        pgettext_lazy("notice", "Somebody was refused for her role and asks for your review."),
    ),
    (
        "to_check_again",
        "badge-check",
        False,
        pgettext_lazy("notice", "A teacher changed school and waits for you."),
    ),
):
    declare_notice(
        NoticeKind(
            f"educators.{key}", sentence, icon, mail=f"educators/mail/{key}.txt", is_vital=is_vital
        )
    )


@on(SchoolChanged)
def tell_changed(event: SchoolChanged) -> None:
    """Her, and the officers who decide, unless she has no school to be checked for."""
    if event.change == SchoolChange.NONE_LEFT:
        tell([event.account_id], "educators.without_school", url="/organisations/choose")
        return
    facts = {"days": RIGHTS_GO_ON[SchoolChange(event.change)].days}
    tell([event.account_id], "educators.moved", url="/educators/validation", **facts)
    educator = Educator.objects.get(pk=event.educator_id)
    officers = set(officers_of(event.country)) - {event.account_id}
    tell(officers, "educators.to_check_again", url=f"/desk/validations/{educator.ref}")


@on(EducatorValidated)
def tell_validated(event: EducatorValidated) -> None:
    key = "educators.renewed" if event.is_renewal else "educators.validated"
    tell([event.account_id], key, url="/today/")


@on(EducatorAsked)
def tell_asked(event: EducatorAsked) -> None:
    tell([event.account_id], "educators.asked", url="/educators/validation", message=event.message)


@on(RoleReviewAsked)
def tell_reviewers(event: RoleReviewAsked) -> None:
    """Whoever may answer: never the officer who refused."""
    educator = Educator.objects.get(pk=event.educator_id)
    tell(event.told, "educators.review", url=f"/desk/validations/{educator.ref}")


@on(EducatorRefused)
def tell_refused(event: EducatorRefused) -> None:
    tell(
        [event.account_id], "educators.refused", url="/educators/validation", message=event.message
    )
