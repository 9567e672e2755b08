"""What feed readers fetch of a public project: what everybody may read at this moment."""

import datetime as dt
from dataclasses import dataclass

from opentwinning.collaboration.projects.models import Project, Publication
from opentwinning.collaboration.projects.queries.published import published_project_of
from opentwinning.collaboration.twinspaces.queries.access import twinspace_of
from opentwinning.collaboration.twinspaces.vocabulary import FEED_LETTERS, FEED_SHOWN
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.workspace.pages.queries.public import PublishedPage, published_pages
from opentwinning.workspace.posts.queries.public import PublishedPost, published_posts


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One published page or diary post; ``title`` may be empty. No files, no pupil's name."""

    url: str
    title: str
    text: str
    language: str
    author: str
    published_at: dt.datetime


@dataclass(frozen=True, slots=True)
class ProjectFeed:
    """A public project with the latest its classes showed, newest first."""

    project: Project
    publication: Publication
    entries: list[FeedEntry]

    @property
    def updated_at(self) -> dt.datetime:
        return max([self.publication.published_at, *(each.published_at for each in self.entries)])


def access_feed_of(ref: str) -> ProjectFeed:
    """The feed of a project that is public now; else an absent page, also for its members."""
    found = published_project_of(ref)
    if found is None:
        raise Refused(hidden())
    project, publication = found
    return ProjectFeed(project, publication, _entries(project))


def _entries(project: Project) -> list[FeedEntry]:
    twinspace = twinspace_of(project)
    if twinspace is None:
        return []
    opened = [twinspace.space_id]
    pages = [_entry("pages:public", each) for each in published_pages(opened)]
    posts = [_entry("posts:public", each) for each in published_posts(opened)]
    newest = sorted([*pages, *posts], key=lambda entry: entry.published_at, reverse=True)
    return newest[:FEED_SHOWN]


def _entry(address: str, shown: PublishedPage | PublishedPost) -> FeedEntry:
    return FeedEntry(
        url=reverse(address, args=[shown.ref]),
        title=shown.title,
        text=shown.beginning(FEED_LETTERS),
        language=shown.language,
        author=shown.author,
        published_at=shown.published_at,
    )
