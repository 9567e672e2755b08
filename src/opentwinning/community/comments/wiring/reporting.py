"""A comment is reported by whoever sees the thing above it (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.comments.actions import give_comment_back, withhold_comment
from opentwinning.community.comments.queries import comment_to_report
from opentwinning.community.comments.vocabulary import COMMENT
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported


def comment(actor: Actor, ref: str) -> Reported:
    found, on = comment_to_report(actor, ref)
    return Reported(
        title=on.title,
        text=found.text,
        language=found.language,
        url=f"{on.url}#{found.ref}",
        country=found.author.country,
        account_id=found.author.account_id,
    )


def hide_it(ref: str, _reason: str) -> None:
    withhold_comment(by=SYSTEM, ref=ref)


def show_it(ref: str) -> None:
    give_comment_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(COMMENT, pgettext_lazy("reportable", "Comment"), comment, Hiding(hide_it, show_it))
)
