"""Reading projects."""

from opentwinning.collaboration.projects.queries.access import (
    access_invitation,
    access_project,
    is_founder,
)
from opentwinning.collaboration.projects.queries.decisions import (
    approvals_of,
    approvals_waiting_for,
    steps_of,
)
from opentwinning.collaboration.projects.queries.lists import (
    founders_of,
    invitations_for,
    invitations_of,
    partners_of,
    partnerships_of,
    projects_of,
    traits_of,
)
from opentwinning.collaboration.projects.queries.published import (
    PublishedFilter,
    published_project_of,
    published_projects,
)

__all__ = [
    "PublishedFilter",
    "access_invitation",
    "access_project",
    "approvals_of",
    "approvals_waiting_for",
    "founders_of",
    "invitations_for",
    "invitations_of",
    "is_founder",
    "partners_of",
    "partnerships_of",
    "projects_of",
    "published_project_of",
    "published_projects",
    "steps_of",
    "traits_of",
]
