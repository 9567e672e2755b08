"""Reading accounts."""

from opentwinning.people.accounts.queries.actors import actor_of
from opentwinning.people.accounts.queries.lookup import account_of, open_link, people_behind

__all__ = ["account_of", "actor_of", "open_link", "people_behind"]
