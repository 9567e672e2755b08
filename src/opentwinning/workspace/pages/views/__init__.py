"""Screens of pages."""

from opentwinning.workspace.pages.views.edit import edit, new, set_up, together
from opentwinning.workspace.pages.views.history import compare, history, restore, version
from opentwinning.workspace.pages.views.printing import print_all, print_page
from opentwinning.workspace.pages.views.publish import public, publish, unpublish
from opentwinning.workspace.pages.views.read import lock, read
from opentwinning.workspace.pages.views.sites import new_site, site, sites
from opentwinning.workspace.pages.views.starts import new_start, page_starts, start
from opentwinning.workspace.pages.views.tree import delete, move, trash, tree, undelete

__all__ = [
    "compare",
    "delete",
    "edit",
    "history",
    "lock",
    "move",
    "new",
    "new_site",
    "new_start",
    "page_starts",
    "print_all",
    "print_page",
    "public",
    "publish",
    "read",
    "restore",
    "set_up",
    "site",
    "sites",
    "start",
    "together",
    "trash",
    "tree",
    "undelete",
    "unpublish",
    "version",
]
