"""Reading pages."""

from opentwinning.workspace.pages.queries.access import (
    access_page,
    access_trashed_page,
    page_to_report,
    thing_of,
)
from opentwinning.workspace.pages.queries.box import (
    branches_to_take,
    pages_to_take,
    versions_to_take,
)
from opentwinning.workspace.pages.queries.checks import Flaws, flaws_of
from opentwinning.workspace.pages.queries.comparison import Piece, compared, merged
from opentwinning.workspace.pages.queries.live import (
    held_of,
    is_unsettled,
    left_unsettled,
    news_of,
)
from opentwinning.workspace.pages.queries.printing import PrintedPage, pages_to_print
from opentwinning.workspace.pages.queries.public import (
    PublishedPage,
    access_published_page,
    published_pages,
)
from opentwinning.workspace.pages.queries.sites import access_site, embed_sites, frames_in
from opentwinning.workspace.pages.queries.starts import access_start, all_starts, starts
from opentwinning.workspace.pages.queries.tree import (
    Branch,
    children_of,
    depth_below,
    history_of,
    level_of,
    page_tree,
    parents_in,
    place_in_tree,
    trash_of,
    version_of,
)

__all__ = [
    "Branch",
    "Flaws",
    "Piece",
    "PrintedPage",
    "PublishedPage",
    "access_page",
    "access_published_page",
    "access_site",
    "access_start",
    "access_trashed_page",
    "all_starts",
    "branches_to_take",
    "children_of",
    "compared",
    "depth_below",
    "embed_sites",
    "flaws_of",
    "frames_in",
    "held_of",
    "history_of",
    "is_unsettled",
    "left_unsettled",
    "level_of",
    "merged",
    "news_of",
    "page_to_report",
    "page_tree",
    "pages_to_print",
    "pages_to_take",
    "parents_in",
    "place_in_tree",
    "published_pages",
    "starts",
    "thing_of",
    "trash_of",
    "version_of",
    "versions_to_take",
]
