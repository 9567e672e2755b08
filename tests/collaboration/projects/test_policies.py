"""Who may do what in which state, one table (matrix rows 2, 20–23, 25, 26, 42; 4.3; B13).

Each cell: y granted, n refused with a reason, – hidden like an absent page.
"""

import pytest

from opentwinning.collaboration.projects.actions import accept_invitation, reject_project
from opentwinning.collaboration.projects.policies import (
    may_archive_project,
    may_begin_project,
    may_close_project,
    may_copy_project,
    may_decide_project,
    may_delete_draft,
    may_edit_project,
    may_invite_partner,
    may_leave_project,
    may_publish_project,
    may_recall_project,
    may_reopen_project,
    may_resubmit_project,
    may_see_project,
    may_send_project,
    may_unpublish_project,
    may_visit_project,
    may_withdraw_project,
)
from tests import cast
from tests.scenes.projects import (
    a_closed,
    a_draft,
    a_partner,
    a_published,
    a_sent,
    a_submitted,
    an_approved,
    fresh,
    invitation_of,
)

pytestmark = pytest.mark.django_db

WHO = ("ana", "ion", "freja", "marek", "ewa", "petra", "mette", "claire", "otto", "visitor")
STATES = {
    "draft": a_draft,
    "sent": a_sent,
    "submitted": a_submitted,
    "active": an_approved,
    "published": a_published,
    "closed": a_closed,
    "closed for years": lambda a, i: a_closed(a, i, is_multi_year=True),
}
# Columns as WHO; Ion is asked in "sent", Freja is a partner of the active and published ones.
TABLE = {
    "draft": {
        may_see_project: "y - - - - - - - - -",
        may_edit_project: "y - - - - - - - - -",
        may_send_project: "y - - - - - - - - -",
        may_delete_draft: "y - - - - - - - - -",
        may_recall_project: "n - - - - - - - - -",
        may_decide_project: "- - - - - - - - - -",
        may_publish_project: "n - - - - - - - - -",
        may_visit_project: "- - - - - - - - - -",
    },
    "sent": {
        may_see_project: "y y - - - - - - - -",
        may_edit_project: "y n - - - - - - - -",
        may_recall_project: "y n - - - - - - - -",
        may_delete_draft: "n n - - - - - - - -",
        may_decide_project: "- - - - - - - - - -",
    },
    "submitted": {
        may_see_project: "y y - - - y - y - -",
        may_edit_project: "y y - - - n - n - -",
        may_withdraw_project: "y y - - - n - n - -",
        may_resubmit_project: "n n - - - n - n - -",
        may_decide_project: "- - - - - y - y - -",
        may_close_project: "n n - - - n - n - -",
        may_visit_project: "- - - - - - - - - -",
    },
    "active": {
        may_see_project: "y y y - - y - y - -",
        may_edit_project: "y y n - - n - n - -",
        may_invite_partner: "y y n - - - - - - -",
        may_leave_project: "n n y - - - - - - -",
        may_close_project: "y y n - - y - y - -",
        may_reopen_project: "n n n - - n - n - -",
        may_publish_project: "y y n - - n - n - -",
        may_unpublish_project: "n n n - - n - n - -",
        may_decide_project: "- - - - - n - n - -",
        may_visit_project: "- - - - - - - - - -",
    },
    "published": {
        may_visit_project: "y y y y y y y y y y",
        may_see_project: "y y y - - y - y - -",
        may_unpublish_project: "y y n - - y - y - -",
    },
    "closed": {
        may_see_project: "y y - - - y - y - -",
        may_edit_project: "n n - - - n - n - -",
        may_reopen_project: "n n - - - n - n - -",
        may_archive_project: "y y - - - y - y - -",
        may_copy_project: "y y - - - n - n - -",
        may_publish_project: "y y - - - n - n - -",
    },
    "closed for years": {may_reopen_project: "y y - - - y - y - -"},
}


def sign(verdict) -> str:
    if verdict:
        return "y"
    if not verdict.secret:
        assert str(verdict.reason), "a refusal says why"
    return "-" if verdict.secret else "n"


@pytest.mark.parametrize("state", TABLE)
def test_the_table(state):
    people = {name: getattr(cast, name)() for name in WHO if name != "visitor"}
    people["visitor"] = cast.Visitor()
    project = STATES[state](people["ana"], people["ion"])
    if state in {"active", "published"}:
        a_partner(project, people["ana"], people["freja"])
    project = fresh(project)
    actors = {name: person.actor for name, person in people.items()}
    found = {
        policy.__name__: " ".join(sign(policy(actors[name], project)) for name in WHO)
        for policy in TABLE[state]
    }
    assert found == {policy.__name__: row for policy, row in TABLE[state].items()}


def test_only_validated_educators_begin():
    """Row 20."""
    assert may_begin_project(cast.ana().actor)
    for person in (cast.ewa(), cast.petra(), cast.claire(), cast.otto(), cast.Visitor()):
        assert sign(may_begin_project(person.actor)) == "n"


def test_who_was_asked_sees_the_plan_until_she_answered_no():
    ana, ion = cast.ana(), cast.ion()
    project = a_sent(ana, ion)
    assert may_see_project(ion.actor, project)
    from opentwinning.collaboration.projects.actions import decline_invitation

    decline_invitation(by=ion.actor, invitation=invitation_of(project, ion))
    assert sign(may_see_project(ion.actor, fresh(project))) == "-"


def test_a_partner_who_left_is_a_stranger():
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    project = an_approved(ana, ion)
    a_partner(project, ana, freja)
    from opentwinning.collaboration.projects.actions import leave_project

    leave_project(by=freja.actor, project=fresh(project))
    assert sign(may_see_project(freja.actor, fresh(project))) == "-"


def test_a_rejected_project_keeps_its_officers_and_founders():
    ana, ion, petra = cast.ana(), cast.ion(), cast.petra()
    project = a_sent(ana, ion)
    accept_invitation(by=ion.actor, invitation=invitation_of(project, ion))
    reject_project(by=petra.actor, project=fresh(project), country="SI", message="Too vague")
    rejected = fresh(project)
    assert may_see_project(petra.actor, rejected)
    assert may_copy_project(ana.actor, rejected)
    assert sign(may_edit_project(ana.actor, rejected)) == "n"
