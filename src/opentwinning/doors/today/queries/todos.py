"""What to do now, of all apps."""

import datetime as dt

from opentwinning.core.actor import Actor
from opentwinning.core.places import TO_DOS, Todo

NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


def todos_of(actor: Actor) -> list[Todo]:
    """Urgent things first, then by their day, then in the order of the apps."""
    found = [todo for source in TO_DOS for todo in source(actor)]
    return sorted(found, key=lambda todo: (not todo.is_urgent, todo.due_at or NEVER))
