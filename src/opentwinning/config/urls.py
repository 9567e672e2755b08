"""The address book: each app's addresses under the language of the reader."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from opentwinning.doors.portal.urls import machine_patterns

urlpatterns = [
    path("", include((machine_patterns, "machines"))),
    *i18n_patterns(
        path("", include("opentwinning.doors.portal.urls")),
        path("today/", include("opentwinning.doors.today.urls")),
        path("desk/", include("opentwinning.doors.desk.urls")),
        path("drafts/", include("opentwinning.facilities.drafts.urls")),
        path("notices/", include("opentwinning.facilities.notifications.urls")),
        path("", include("opentwinning.people.accounts.urls")),
        path("", include("opentwinning.people.identity.urls")),
        path("", include("opentwinning.people.educators.urls")),
        path("", include("opentwinning.people.external.urls")),
        path("organisations/", include("opentwinning.people.organisations.urls")),
        path("support/", include("opentwinning.people.support.urls")),
        path("", include("opentwinning.people.pupils.urls")),
        path("", include("opentwinning.people.consents.urls")),
        path("certificates/", include("opentwinning.people.certificates.urls")),
        path("care/", include("opentwinning.people.safeguarding.urls")),
        path("spaces/", include("opentwinning.workspace.files.urls")),
        path("spaces/", include("opentwinning.workspace.pages.urls")),
        path("spaces/", include("opentwinning.workspace.posts.urls")),
        path("spaces/", include("opentwinning.workspace.forums.urls")),
        path("spaces/", include("opentwinning.workspace.chats.urls")),
        path("spaces/", include("opentwinning.workspace.activities.urls")),
        path("spaces/", include("opentwinning.workspace.meetings.urls")),
        path("spaces/", include("opentwinning.workspace.votes.urls")),
        path("spaces/", include("opentwinning.workspace.remarks.urls")),
        path("spaces/", include("opentwinning.workspace.calendar.urls")),
        path("partners/", include("opentwinning.community.networking.urls")),
        path("papers/", include("opentwinning.community.papers.urls")),
        path("resources/", include("opentwinning.community.resources.urls")),
        path("comments/", include("opentwinning.community.comments.urls")),
        path("wall/", include("opentwinning.community.walls.urls")),
        path("projects/", include("opentwinning.collaboration.projects.urls")),
        path("twinspaces/", include("opentwinning.collaboration.twinspaces.urls")),
        path("twinspaces/", include("opentwinning.collaboration.boxes.urls")),
        path("recognition/", include("opentwinning.collaboration.recognition.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "opentwinning.core.failures.bad_request"
handler403 = "opentwinning.core.failures.forbidden"
handler404 = "opentwinning.core.failures.not_found"
handler500 = "opentwinning.core.failures.broken"
