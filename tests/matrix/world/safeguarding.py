"""Cases about calls of Ana (own) and of Chantal of France (other), with reasons and objections."""

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.permits import free_writing
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.safeguarding.actions import (
    appeal_statement,
    raise_case,
    report_item,
    state_reasons,
)
from opentwinning.people.safeguarding.models import Report
from tests import cast


def furnish(world):
    """After networking and pages, whose things are reported."""
    reporter = cast.educator("Ilse Baumann", "AT")
    world.put("any", "reported_kind", "reply")
    world.put("own", "followed_report", "r" * 32)
    for scope in ("own", "other"):
        author = world.own.founder if scope == "own" else cast.educator("Chantal Roux", "FR")
        call = world.scene(scope).values["call"]
        report = report_item(
            by=reporter.actor, kind="call", item_ref=call, reason="spam",
            words=f"CANARY-report-words-{scope}",
        )  # fmt: skip
        case = report.case if scope == "own" else raise_case(by=SYSTEM, case=report.case)
        world.put(scope, "case", case.ref)
        world.put(scope, "case_report", report.ref)
        with free_writing():
            Report.objects.filter(pk=report.pk).update(evidence_picture=b"a picture")
        world.canary(
            scope, "words of a report", f"CANARY-report-words-{scope}",
            {"NS"} if scope == "own" else {"CS"},
        )  # fmt: skip
        statement = state_reasons(
            by=SYSTEM, kind="call", item_ref=f"old-{scope}", title="Old call",
            url="/partners/calls/", country=author.educator.country, rule="spam",
            reason=f"CANARY-reasons-{scope}", account=author.account,
        )  # fmt: skip
        appeal_statement(by=author.actor, statement=statement, text="I do not agree")
        world.put(scope, "statement", statement.ref)
    mail = Mail.objects.filter(facts__reason="CANARY-reasons-own").get()
    world.put("own", "statement_secret", mail.facts["url"].removeprefix("/care/open/"))
    report_item(
        by=VISITOR, kind="page", item_ref=world.own.values["published_page"], reason="spam",
        secret="r" * 32,
    )  # fmt: skip
