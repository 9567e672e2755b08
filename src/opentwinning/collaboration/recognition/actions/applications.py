"""The applicant's side (X-90…X-98)."""

from collections.abc import Mapping

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.events import ApplicationSubmitted
from opentwinning.collaboration.recognition.models import (
    CriterionText,
    Evidence,
    LabelApplication,
    LabelWindow,
)
from opentwinning.collaboration.recognition.policies import (
    may_edit_application,
    may_withdraw_application,
)
from opentwinning.collaboration.recognition.queries.eligibility import national_lines
from opentwinning.collaboration.recognition.vocabulary import (
    EVIDENCE_MAX,
    TEXT_MAX,
    TEXT_MIN,
    TRANSITIONS,
    ApplicationState,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless, hidden
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.queries import organisation_of
from opentwinning.workspace.pages.models import Page

NOT_NOW = pgettext_lazy("label", "This application is in another state now. Reload the page.")


@action
def begin_application(
    *, by: Actor, educator: Educator, project: Project, window: LabelWindow
) -> LabelApplication:
    """Open the form; an application that is already a draft is continued."""
    if educator.account_id != by.account_id:
        deny_unless(hidden())
    draft = LabelApplication.objects.filter(
        educator=educator, project=project, state=ApplicationState.DRAFT
    ).first()
    if draft is not None:
        return draft
    missing = [line for line in national_lines(educator, project, window) if not line.is_met]
    if missing:
        raise Invalid(missing[0].text)
    earlier = LabelApplication.objects.filter(educator=educator, project=project).exclude(
        state=ApplicationState.WITHDRAWN
    )
    return LabelApplication.objects.create(
        window=window,
        project=project,
        educator=educator,
        organisation=organisation_of(educator),
        attempt=earlier.count() + 1,
    )


@action
def save_answers(
    *, by: Actor, application: LabelApplication, answers: Mapping[str, bool]
) -> LabelApplication:
    """The five entry questions (X-91)."""
    deny_unless(may_edit_application(by, application))
    known = {q["id"] for q in application.window.scheme.content["entry_questions"]}
    application.entry_answers = {k: bool(v) for k, v in answers.items() if k in known}
    application.save(update_fields=["entry_answers"])
    return application


@action
def save_criterion(
    *, by: Actor, application: LabelApplication, criterion: str, text: str
) -> LabelApplication:
    """The text of one criterion; may be unfinished."""
    deny_unless(may_edit_application(by, application))
    _known_criterion(application, criterion)
    if len(text) > TEXT_MAX:
        raise Invalid(pgettext_lazy("label", "This text is too long. Shorten it."), "text")
    CriterionText.objects.update_or_create(
        application=application, criterion=criterion, defaults={"text": text}
    )
    return application


@action
def choose_evidence(
    *, by: Actor, application: LabelApplication, criterion: str, pages: list[Page]
) -> LabelApplication:
    """Pages of the project's TwinSpace that prove one criterion. The caller's door has judged that
    the applicant may read them."""
    deny_unless(may_edit_application(by, application))
    _known_criterion(application, criterion)
    if len(pages) > EVIDENCE_MAX:
        raise Invalid(pgettext_lazy("label", "Choose at most five pages."), "pages")
    held = Evidence.objects.filter(application=application, criterion=criterion)
    held.exclude(page__in=pages).delete()
    for page in pages:
        Evidence.objects.get_or_create(
            application=application,
            criterion=criterion,
            page=page,
            defaults={"title": page.title[:160]},
        )
    return application


@action
def submit_application(*, by: Actor, application: LabelApplication) -> LabelApplication:
    """Send it: everything must be answered; the evidence is frozen as it stands now."""
    application = LabelApplication.objects.select_for_update().get(pk=application.pk)
    deny_unless(may_edit_application(by, application))
    _complete(application)
    for evidence in Evidence.objects.filter(application=application).select_related("page"):
        evidence.title = evidence.page.title[:160]
        evidence.frozen_text = evidence.page.text
        evidence.frozen_at = now()
        evidence.save(update_fields=["title", "frozen_text", "frozen_at"])
    move(application, to=ApplicationState.SUBMITTED, table=TRANSITIONS, sentence=NOT_NOW)
    application.submitted_at = now()
    application.save(update_fields=["state", "submitted_at"])
    emit(ApplicationSubmitted(application.pk, application.window.country))
    return application


@action
def withdraw_application(*, by: Actor, application: LabelApplication) -> LabelApplication:
    """Take it back; it no longer counts."""
    application = LabelApplication.objects.select_for_update().get(pk=application.pk)
    deny_unless(may_withdraw_application(by, application))
    left = move(application, to=ApplicationState.WITHDRAWN, table=TRANSITIONS, sentence=NOT_NOW)
    application.save(update_fields=["state"])
    note(application, before=left)
    return application


def _known_criterion(application: LabelApplication, criterion: str) -> None:
    if criterion not in {c["id"] for c in application.window.scheme.content["criteria"]}:
        deny_unless(hidden())


def _complete(application: LabelApplication) -> None:
    content = application.window.scheme.content
    answers = application.entry_answers
    if not all(answers.get(question["id"]) for question in content["entry_questions"]):
        raise Invalid(
            pgettext_lazy("label", "Each of the entry questions needs a yes before you can send.")
        )
    texts = dict(
        CriterionText.objects.filter(application=application).values_list("criterion", "text")
    )
    if any(len(texts.get(c["id"], "").strip()) < TEXT_MIN for c in content["criteria"]):
        raise Invalid(pgettext_lazy("label", "Each criterion needs a text of a few sentences."))
