"""Facts about TwinSpaces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartnerNudged:
    """A project admin would like to hear from the teachers of one school."""

    account_ids: list[int]
    space_ref: str
    title: str
    by: str
