"""Reading for Today."""

from opentwinning.doors.today.queries.held import Section, fates, sections_of
from opentwinning.doors.today.queries.todos import todos_of

__all__ = ["Section", "fates", "sections_of", "todos_of"]
