"""Who is told what about reports (H6, H7, H17). Alerts are written with the report itself."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_area, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.safeguarding.events import (
    AppealAnswered,
    CaseAlert,
    CaseDecided,
    DecisionAppealed,
    DecisionStated,
)

declare_area("safeguarding", pgettext_lazy("notice area", "Reports"))
for key, icon, mail, sentence in (
    ("reported", "flag", "reported", pgettext_lazy("notice", "Somebody reported “%(title)s”.")),
    (
        "raised",
        "clock",
        "raised",
        pgettext_lazy("notice", "A report about “%(title)s” waits for you now."),
    ),
    (
        "danger",
        "octagon-alert",
        "danger",
        pgettext_lazy("notice", "Serious report about “%(title)s”. Please look at once."),
    ),
    (
        "outcome",
        "circle-check",
        "",
        pgettext_lazy("notice", "Your report about “%(title)s” is decided."),
    ),
    ("stated", "gavel", "", pgettext_lazy("notice", "Somebody decided about “%(title)s”.")),
    (
        "appealed",
        "scale",
        "appealed",
        pgettext_lazy("notice", "Somebody objects to a decision about “%(title)s”."),
    ),
    (
        "answered",
        "scale",
        "",
        pgettext_lazy("notice", "Your objection about “%(title)s” is answered."),
    ),
):
    declare_notice(
        NoticeKind(
            f"safeguarding.{key}",
            sentence,
            icon,
            mail=f"safeguarding/mail/{mail}.txt" if mail else "",
            is_vital=key == "danger",
        )
    )


@on(CaseAlert)
def tell_who_looks(event: CaseAlert) -> None:
    key = "danger" if event.is_grave else "raised" if event.is_raised else "reported"
    url = f"/care/cases/{event.case_ref}"
    tell(event.account_ids, f"safeguarding.{key}", url=url, title=event.title)


@on(CaseDecided)
def tell_reporters(event: CaseDecided) -> None:
    tell(event.account_ids, "safeguarding.outcome", url="/care/reports/", title=event.title)


@on(DecisionStated)
def tell_author(event: DecisionStated) -> None:
    url = f"/care/decisions/{event.statement_ref}"
    tell(event.account_ids, "safeguarding.stated", url=url, title=event.title)


@on(DecisionAppealed)
def tell_officers(event: DecisionAppealed) -> None:
    url = f"/care/appeals/{event.statement_ref}"
    tell(event.account_ids, "safeguarding.appealed", url=url, title=event.title)


@on(AppealAnswered)
def tell_answer(event: AppealAnswered) -> None:
    url = f"/care/decisions/{event.statement_ref}"
    tell(event.account_ids, "safeguarding.answered", url=url, title=event.title)
