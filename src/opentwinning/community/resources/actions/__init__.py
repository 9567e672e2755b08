"""Everything that changes shared resources."""

from opentwinning.community.resources.actions.care import (
    forget_resources_of,
    give_resource_back,
    purge_resources,
    withhold_resource,
)
from opentwinning.community.resources.actions.share import (
    delete_resource,
    edit_resource,
    remove_file,
    restore_resource,
    share_resource,
)
from opentwinning.community.resources.actions.value import (
    keep_resource,
    recount_thanks,
    thank_for,
)

__all__ = [
    "delete_resource",
    "edit_resource",
    "forget_resources_of",
    "give_resource_back",
    "keep_resource",
    "purge_resources",
    "recount_thanks",
    "remove_file",
    "restore_resource",
    "share_resource",
    "thank_for",
    "withhold_resource",
]
