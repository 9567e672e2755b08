"""Somebody reports a thing (H6): one case for each thing, evidence as it stood."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.safeguarding.actions.cases import alert, hand_to
from opentwinning.people.safeguarding.actions.statements import state_reasons
from opentwinning.people.safeguarding.events import ItemWithheld
from opentwinning.people.safeguarding.models import Case, Guardian, Report, Statement
from opentwinning.people.safeguarding.policies import may_report
from opentwinning.people.safeguarding.queries import (
    access_item,
    clocks,
    deadline,
    guardians_of,
)
from opentwinning.people.safeguarding.vocabulary import (
    EVIDENCE_LONGEST,
    GRAVE,
    REASON_LABELS,
    CaseState,
    Level,
    Measure,
    Reported,
)

_NO_REASON = pgettext_lazy("safeguarding", "Choose what is wrong.")


@action
def report_item(  # noqa: PLR0913 - a report has these parts
    *,
    by: Actor,
    kind: str,
    item_ref: str,
    reason: str,
    words: str = "",
    secret: str = "",
    network: str = "",
) -> Report:
    """Keep what stands there now, open a case or join it, tell who must look. A grave report hides
    the thing at once (``_is_enough``), unless a decision let it stand before. The same person again
    adds nothing; ``secret`` is a visitor's own, made for the form she sends from her ``network``.
    """
    declared, item = access_item(by, kind, item_ref)
    deny_unless(may_report(by, item))
    if reason not in REASON_LABELS:
        raise Invalid(_NO_REASON)
    case, is_new = _open_case(by, kind, item_ref, item)
    twin = _twin(by, case, secret)
    if twin is not None:
        return twin
    report = Report.objects.create(
        case=case,
        reason=reason,
        words=words.strip(),
        evidence=f"{item.title}\n\n{item.text}".strip()[:EVIDENCE_LONGEST],
        evidence_picture=item.picture,
        evidence_language=item.language,
        account_id=by.account_id,
        pupil_id=by.pupil_id,
        secret_hash="" if by.is_signed_in else Statement.hashed(secret),
        origin_hash="" if by.is_signed_in else Report.origin(case, network),
    )
    note(report, case=case.ref, item_kind=kind, item=item_ref)
    if reason in GRAVE:
        _take_as_grave(case, reason, can_hide=declared.can_hide and _is_enough(by, case))
    elif is_new:
        alert(case)
    return report


def _is_enough(by: Actor, case: Case) -> bool:
    """One stranger must not be able to close a public page: members are known and answer for what
    they report, of visitors several must agree. What a pupil wrote is hidden at once."""
    if by.is_signed_in or case.author_pupil_id is not None:
        return True
    grave = case.reports.filter(reason__in=GRAVE).exclude(origin_hash="")
    return grave.values("origin_hash").distinct().count() >= clocks().visitors_to_hide


def _open_case(by: Actor, kind: str, item_ref: str, item: Reported) -> tuple[Case, bool]:
    """The open case about the thing, locked; or a new one at its first level."""
    guardians = guardians_of(item, by)
    level = Level.TEACHER if guardians else Level.OFFICE if item.country else Level.CENTRE
    case, is_new = Case.objects.get_or_create(
        kind=kind,
        item_ref=item_ref,
        state=CaseState.OPEN,
        defaults={
            "title": item.title[:200],
            "url": item.url,
            "country": item.country,
            "author_account_id": item.account_id,
            "author_pupil_id": item.pupil_id,
            "level": level,
            "due_at": deadline(level, item.country, start=now()),
        },
    )
    known = {} if is_new else set(case.guardians.values_list("account_id", flat=True))
    Guardian.objects.bulk_create(
        [Guardian(case=case, account_id=pk) for pk in guardians if pk not in known],
        ignore_conflicts=True,
    )
    return Case.objects.select_for_update().get(pk=case.pk), is_new


def _twin(by: Actor, case: Case, secret: str) -> Report | None:
    """The same person's report in the same case (G6)."""
    if by.account_id is not None:
        return case.reports.filter(account_id=by.account_id).first()
    if by.pupil_id is not None:
        return case.reports.filter(pupil_id=by.pupil_id).first()
    return Report.objects.filter(secret_hash=Statement.hashed(secret)).first()


def _take_as_grave(case: Case, reason: str, *, can_hide: bool) -> None:
    """All three levels at once, once; what may be hidden is hidden until somebody has looked (H6,
    H7)."""
    is_first, case.is_grave = not case.is_grave, True
    cleared = Case.objects.filter(
        kind=case.kind, item_ref=case.item_ref, state=CaseState.DECIDED, measure=Measure.NONE
    )
    if can_hide and case.hidden_at is None and not cleared.exists():
        case.hidden_at = now()
        emit(ItemWithheld(case.kind, case.item_ref, ""))
        state_reasons(
            by=SYSTEM,
            kind=case.kind,
            item_ref=case.item_ref,
            title=case.title,
            url=case.url,
            country=case.country,
            reason="",
            measure=Measure.HIDE_FOR_NOW,
            account=case.author_account,
            pupil=case.author_pupil,
            rule=reason,
            case=case,
        )
    if is_first:
        hand_to(case, Level.CENTRE, is_raised=False)
    else:
        case.save(update_fields=["hidden_at"])
