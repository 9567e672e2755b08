"""Reading projects."""

from opentwinning.collaboration.projects.queries.access import (
    access_invitation,
    access_partnership,
    access_project,
    access_sent_invitation,
    is_founder,
)
from opentwinning.collaboration.projects.queries.decisions import (
    approvals_of,
    approvals_waiting_for,
    deletions_due,
    deletions_waiting_for,
    due_day_of,
    rules,
    steps_of,
)
from opentwinning.collaboration.projects.queries.lists import (
    founders_of,
    invitations_for,
    invitations_of,
    partners_of,
    partnerships_of,
    projects_in_states,
    projects_of,
    projects_shown_of_educator,
    published_projects_of_organisation,
    traits_of,
)
from opentwinning.collaboration.projects.queries.plan import is_complete, steps_done
from opentwinning.collaboration.projects.queries.published import (
    PublishedFilter,
    newest_published,
    published_project_of,
    published_projects,
)

__all__ = [
    "PublishedFilter",
    "access_invitation",
    "access_partnership",
    "access_project",
    "access_sent_invitation",
    "approvals_of",
    "approvals_waiting_for",
    "deletions_due",
    "deletions_waiting_for",
    "due_day_of",
    "founders_of",
    "invitations_for",
    "invitations_of",
    "is_complete",
    "is_founder",
    "newest_published",
    "partners_of",
    "partnerships_of",
    "projects_in_states",
    "projects_of",
    "projects_shown_of_educator",
    "published_project_of",
    "published_projects",
    "published_projects_of_organisation",
    "rules",
    "steps_done",
    "steps_of",
    "traits_of",
]
