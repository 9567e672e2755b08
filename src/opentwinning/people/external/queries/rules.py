"""Which ways into the site are open (C-11, R-06)."""

from opentwinning.people.external.models import SignInRules
from opentwinning.people.external.vocabulary import Ways


def open_ways() -> Ways:
    """The rule in force; both ways until an operator says otherwise."""
    rules = SignInRules.objects.first()
    return Ways(rules.ways) if rules else Ways.BOTH


def is_local_door_open() -> bool:
    """Whether passwords and mails of this site let people in."""
    return open_ways() is not Ways.EXTERNAL
