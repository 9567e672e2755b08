"""Everything that changes files."""

from opentwinning.workspace.files.actions.add import add_file, replace_file
from opentwinning.workspace.files.actions.brought import bring_files
from opentwinning.workspace.files.actions.change import change_file
from opentwinning.workspace.files.actions.consents import judge_files, name_pupils
from opentwinning.workspace.files.actions.describe import describe_album
from opentwinning.workspace.files.actions.infected import report_infected
from opentwinning.workspace.files.actions.publish import expose_files, withdraw_files
from opentwinning.workspace.files.actions.release import (
    drop_held_files,
    give_file_back,
    release_files,
    withhold_file,
)
from opentwinning.workspace.files.actions.trash import (
    delete_file,
    empty_files,
    purge_trash,
    restore_file,
)
from opentwinning.workspace.files.actions.uploads import (
    begin_upload,
    drop_upload,
    finish_upload,
    forget_uploads,
)

__all__ = [
    "add_file",
    "begin_upload",
    "bring_files",
    "change_file",
    "delete_file",
    "describe_album",
    "drop_held_files",
    "drop_upload",
    "empty_files",
    "expose_files",
    "finish_upload",
    "forget_uploads",
    "give_file_back",
    "judge_files",
    "name_pupils",
    "purge_trash",
    "release_files",
    "replace_file",
    "report_infected",
    "restore_file",
    "withdraw_files",
    "withhold_file",
]
