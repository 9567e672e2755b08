"""Setting up the programme, its organisations and mandates."""

from opentwinning.people.support.actions.mandates import appoint_officer, end_mandate
from opentwinning.people.support.actions.organisations import (
    describe_programme,
    save_support_organisation,
)

__all__ = ["appoint_officer", "describe_programme", "end_mandate", "save_support_organisation"]
