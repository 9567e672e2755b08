"""Everything that changes pages."""

from opentwinning.workspace.pages.actions.arrange import move_page, place_page
from opentwinning.workspace.pages.actions.brought import bring_pages
from opentwinning.workspace.pages.actions.care import give_page_back, withhold_page
from opentwinning.workspace.pages.actions.live import (
    keep_changes,
    open_document,
    settle_page,
)
from opentwinning.workspace.pages.actions.lock import lock_page
from opentwinning.workspace.pages.actions.publish import publish_page, unpublish_page
from opentwinning.workspace.pages.actions.sites import save_site
from opentwinning.workspace.pages.actions.starts import save_start
from opentwinning.workspace.pages.actions.trash import (
    delete_page,
    empty_pages,
    purge_pages,
    undelete_page,
)
from opentwinning.workspace.pages.actions.write import (
    create_page,
    finish_page,
    restore_version,
    save_page,
    set_up_page,
)

__all__ = [
    "bring_pages",
    "create_page",
    "delete_page",
    "empty_pages",
    "finish_page",
    "give_page_back",
    "keep_changes",
    "lock_page",
    "move_page",
    "open_document",
    "place_page",
    "publish_page",
    "purge_pages",
    "restore_version",
    "save_page",
    "save_site",
    "save_start",
    "set_up_page",
    "settle_page",
    "undelete_page",
    "unpublish_page",
    "withhold_page",
]
