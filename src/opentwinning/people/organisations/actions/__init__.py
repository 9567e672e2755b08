"""Everything that changes an organisation."""

from opentwinning.people.organisations.actions.affiliations import (
    describe_work,
    end_affiliation,
    join_organisation,
    register_organisation,
)
from opentwinning.people.organisations.actions.confirmations import (
    answer_for_school,
    ask_school,
    ask_school_of_newcomer,
    ask_second_contact,
)
from opentwinning.people.organisations.actions.imports import (
    fail_register,
    finish_register,
    import_batch,
    keep_findings,
    tell_progress,
)
from opentwinning.people.organisations.actions.intake import (
    choose_words,
    describe_register,
    drop_register,
    look_through_register,
    read_register_again,
    receive_register,
    reopen_register,
    start_register,
)
from opentwinning.people.organisations.actions.map import draw_map
from opentwinning.people.organisations.actions.merging import (
    keep_apart,
    merge_organisations,
    undo_merge,
)
from opentwinning.people.organisations.actions.records import (
    edit_organisation,
    rename_region_of_schools,
)
from opentwinning.people.organisations.actions.regional import answer_for_region, ask_region
from opentwinning.people.organisations.actions.registers import (
    import_register,
    save_register_mapping,
)

__all__ = [
    "answer_for_region",
    "answer_for_school",
    "ask_region",
    "ask_school",
    "ask_school_of_newcomer",
    "ask_second_contact",
    "choose_words",
    "describe_register",
    "describe_work",
    "draw_map",
    "drop_register",
    "edit_organisation",
    "end_affiliation",
    "fail_register",
    "finish_register",
    "import_batch",
    "import_register",
    "join_organisation",
    "keep_apart",
    "keep_findings",
    "look_through_register",
    "merge_organisations",
    "read_register_again",
    "receive_register",
    "register_organisation",
    "rename_region_of_schools",
    "reopen_register",
    "save_register_mapping",
    "start_register",
    "tell_progress",
    "undo_merge",
]
