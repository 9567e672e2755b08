"""Any register file as rows of text."""

from opentwinning.people.organisations.queries.tables.reading import (
    Line,
    Reading,
    Table,
    find_reading,
    opened_table,
)

__all__ = ["Line", "Reading", "Table", "find_reading", "opened_table"]
