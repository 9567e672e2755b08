"""Who asks: one immutable value that every action, query and policy receives."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """Roles that hold everywhere; roles inside a TwinSpace are memberships."""

    VISITOR = "visitor"
    PUPIL = "pupil"
    EDUCATOR = "educator"  # registered, perhaps not yet validated
    VALIDATED = "validated"  # validated by a support organisation
    AMBASSADOR = "ambassador"
    NATIONAL_OFFICER = "national_officer"
    # Answers first for schools of her regions, decides nothing; never in ``Actor.countries``.
    REGIONAL_OFFICER = "regional_officer"
    CENTRAL_OFFICER = "central_officer"
    OPERATOR = "operator"
    SYSTEM = "system"  # jobs and schedules


@dataclass(frozen=True, slots=True)
class Actor:
    """A person (or the system) in a rights question.

    ``account_id`` is set for adults, ``pupil_id`` for pupils: never both (4.1: a pupil can never
    hold an adult role). ``countries`` are those a national officer has a mandate for.
    """

    account_id: int | None = None
    pupil_id: int | None = None
    roles: frozenset[Role] = field(default_factory=lambda: frozenset({Role.VISITOR}))
    countries: frozenset[str] = frozenset()
    name: str = ""
    ref: str = ""  # public id of the account or pupil
    language: str = "en"
    time_zone: str = ""  # "" = the site's

    def is_a(self, *roles: Role) -> bool:
        """True when the actor holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def is_signed_in(self) -> bool:
        return self.account_id is not None or self.pupil_id is not None

    @property
    def is_pupil(self) -> bool:
        return self.pupil_id is not None

    @property
    def account(self) -> int:
        """The account's id for lookups; 0 (nobody's) when the actor has no account."""
        return self.account_id or 0

    @property
    def pupil(self) -> int:
        """The pupil's id for lookups; 0 (nobody's) when the actor is no pupil."""
        return self.pupil_id or 0

    @property
    def key(self) -> str:
        """Stable key for drafts, limits and the audit ledger: ``account:7`` or ``pupil:9``."""
        if self.account_id is not None:
            return f"account:{self.account_id}"
        if self.pupil_id is not None:
            return f"pupil:{self.pupil_id}"
        return "system" if Role.SYSTEM in self.roles else "visitor"


VISITOR = Actor()
SYSTEM = Actor(roles=frozenset({Role.SYSTEM}), name="system")
