"""Assessing, awarding, and the European round (G11, Q-03, Q-19…Q-22, C-04)."""

import pytest

from opentwinning.collaboration.recognition.actions import (
    assign_assessor,
    award_label,
    decide_round,
    finish_assessment,
    open_round,
    recommend_project,
    refuse_label,
)
from opentwinning.collaboration.recognition.models import QualityLabel
from opentwinning.collaboration.recognition.queries import (
    access_application,
    european_lines,
    labels_of_organisation,
    possible_assessors,
    window_for,
)
from opentwinning.collaboration.recognition.vocabulary import (
    ApplicationState,
    LabelLevel,
    LineState,
)
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.queries import trail_of
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.organisations.queries import organisation_of
from tests import cast
from tests.scenes.labels import (
    a_label,
    a_page,
    a_rule,
    a_sent_application,
    a_window,
    again,
    an_assessor,
    assessed,
    assigned,
)
from tests.scenes.projects import an_approved

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    a_window("SI")
    a_window("RO")
    return an_approved(cast.ana(), cast.ion())


@pytest.fixture
def judge():
    return an_assessor("SI", "Maja Novak")


def test_nobody_of_the_same_school_or_project_is_listed(project, judge):
    """G11: forbidden pairs are never listed and refused."""
    from opentwinning.collaboration.recognition.actions import appoint_assessor

    colleague = cast.educator("Tina Breg", "SI")
    appoint_assessor(by=cast.petra().actor, educator=colleague.educator, country="SI")
    application = a_sent_application(cast.ana(), project)
    names = {person.name for person in possible_assessors(application)}
    assert judge.account.name in names
    assert names.isdisjoint({"Tina Breg", "Ana Kovač"})
    with pytest.raises(Refused):
        assign_assessor(by=cast.petra().actor, application=application, assessor=colleague.account)


def test_only_the_assigned_assessor_reads_and_only_while_she_assesses(project, judge):
    """Pain 17: time-limited access to exactly the evidence."""
    ana = cast.ana()
    application = assigned(a_sent_application(ana, project, a_page(project, ana)), judge)
    assert access_application(judge.actor, application.ref, to="read_evidence")
    with pytest.raises(Refused):
        access_application(cast.marek().actor, application.ref, to="read_evidence")
    scored = assessed_again(application, judge)
    award_label(by=cast.petra().actor, application=scored)
    with pytest.raises(Refused):
        access_application(judge.actor, application.ref, to="read_evidence")


def assessed_again(application, judge):
    from opentwinning.collaboration.recognition.actions import save_assessment
    from tests.scenes.labels import LINES

    save_assessment(
        by=judge.actor, application=application, scores=dict.fromkeys(LINES, 4), comments={},
        summary="Good.", recommends_european=False,
    )  # fmt: skip
    finish_assessment(by=judge.actor, application=again(application))
    return again(application)


def test_an_unfinished_sheet_is_not_handed_in(project, judge):
    application = assigned(a_sent_application(cast.ana(), project), judge)
    with pytest.raises(Invalid):
        finish_assessment(by=judge.actor, application=application)


def test_an_award_is_label_certificate_notice_and_mail_at_once(project, judge):
    """Q-09, X-104."""
    ana = cast.ana()
    application = assessed(a_sent_application(ana, project), judge)
    label = award_label(by=cast.petra().actor, application=application, message="Bravo.")
    assert (label.level, label.country, label.points) == (LabelLevel.NATIONAL, "SI", 30)
    assert Certificate.objects.filter(kind="national_label", account=ana.account).count() == 1
    assert Notice.objects.filter(account_id=ana.account.pk, kind="recognition.awarded").exists()
    assert Mail.objects.filter(template="recognition/mail/awarded.txt").exists()
    assert labels_of_organisation(organisation_of(ana.educator)) == [label]
    assert trail_of(label).count() == 0
    assert trail_of(again(application)).filter(verb__endswith="award_label").count() == 1


def test_a_line_below_its_minimum_prevents_the_award(project, judge):
    """X-93."""
    application = assessed(a_sent_application(cast.ana(), project), judge, technology_a=1)
    with pytest.raises(Invalid):
        award_label(by=cast.petra().actor, application=application)
    assert again(application).state == ApplicationState.ASSESSED
    assert QualityLabel.objects.count() == 0


def test_too_few_points_prevent_the_award(project, judge):
    application = assessed(a_sent_application(cast.ana(), project), judge, points=2)
    with pytest.raises(Invalid):
        award_label(by=cast.petra().actor, application=application)


def test_a_refusal_says_why_and_leaves_a_second_chance(project, judge):
    """X-100."""
    ana = cast.ana()
    application = assessed(a_sent_application(ana, project), judge, points=2)
    with pytest.raises(Invalid):
        refuse_label(by=cast.petra().actor, application=application, message=" ")
    refuse_label(by=cast.petra().actor, application=application, message="Show the teams.")
    assert Notice.objects.filter(account_id=ana.account.pk, kind="recognition.refused").exists()
    second = a_sent_application(ana, project)
    assert second.attempt == 2


def test_radu_does_not_decide_for_slovenia(project, judge):
    """B13."""
    application = assessed(a_sent_application(cast.ana(), project), judge)
    for decide in (award_label, refuse_label):
        with pytest.raises(Refused) as refusal:
            decide(by=cast.radu().actor, application=application, message="No.")
        assert refusal.value.verdict.secret


def test_a_label_is_decided_once(project, judge):
    application = assessed(a_sent_application(cast.ana(), project), judge)
    award_label(by=cast.petra().actor, application=application)
    with pytest.raises(Refused):
        refuse_label(by=cast.petra().actor, application=again(application), message="Late.")


def test_the_european_lines_tell_what_is_missing(project):
    """Idea 3: one label of two, one country of two, nobody recommends."""
    rule = a_rule()
    a_label(cast.ana(), project)
    lines = {line.key: line for line in european_lines(project, rule)}
    assert lines["labels"].state == LineState.UNMET
    assert "1" in lines["labels"].text
    assert "2" in lines["labels"].text
    a_sent_application(cast.ion(), project)
    lines = {line.key: line for line in european_lines(project, rule)}
    assert lines["labels"].state == LineState.NEAR
    assert lines["recommendations"].state == LineState.UNMET


def test_the_round_awards_what_meets_every_line(project):
    """Q-19…Q-21: no application; each label holder gets hers."""
    a_rule()
    a_label(cast.ana(), project)
    a_label(cast.ion(), project)
    recommend_project(by=cast.petra().actor, project=project, country="SI", school_year="2026/27")
    round_ = open_round(by=cast.claire().actor, school_year="2026/27")
    decided = decide_round(by=cast.claire().actor, round_=round_)
    assert decided.awarded_count == 1
    holders = QualityLabel.objects.filter(level=LabelLevel.EUROPEAN)
    assert {label.educator.name for label in holders} == {"Ana Kovač", "Ion Popescu"}
    assert Certificate.objects.filter(kind="european_label").count() == 2
    assert Notice.objects.filter(kind="recognition.european").count() == 2
    with pytest.raises(Invalid):
        decide_round(by=cast.claire().actor, round_=round_)


def test_without_a_recommendation_there_is_no_european_label(project):
    a_rule()
    a_label(cast.ana(), project)
    a_label(cast.ion(), project)
    round_ = open_round(by=cast.claire().actor, school_year="2026/27")
    assert decide_round(by=cast.claire().actor, round_=round_).awarded_count == 0


def test_weak_labels_stay_national(project):
    """C-04: the average must be above 20."""
    a_rule()
    a_label(cast.ana(), project, points=3)
    a_label(cast.ion(), project, points=3)
    recommend_project(by=cast.petra().actor, project=project, country="SI", school_year="2026/27")
    round_ = open_round(by=cast.claire().actor, school_year="2026/27")
    assert decide_round(by=cast.claire().actor, round_=round_).awarded_count == 0


def test_a_country_recommends_within_its_share(project):
    """X-110: at most a quarter; one at least."""
    a_rule()
    a_label(cast.ana(), project)
    other = an_approved(cast.ana(), cast.ion(), title="Bread letters")
    a_label(cast.ana(), other)
    petra = cast.petra().actor
    recommend_project(by=petra, project=project, country="SI", school_year="2026/27")
    with pytest.raises(Invalid):
        recommend_project(by=petra, project=other, country="SI", school_year="2026/27")


def test_only_the_centre_holds_the_round(project):
    """Q-33."""
    a_rule()
    for person in (cast.petra(), cast.ana()):
        with pytest.raises(Refused):
            open_round(by=person.actor, school_year="2026/27")


def test_a_used_rule_stays_as_it_was(project):
    a_rule()
    open_round(by=cast.claire().actor, school_year="2026/27")
    with pytest.raises(Invalid):
        a_rule(minimum_national_labels=1)
    assert window_for("SI") is not None
