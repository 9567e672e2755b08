"""The full form of the registration, and later edits."""

from collections.abc import Mapping
from typing import Any

from opentwinning.core.actions import action
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.accounts.actions import grant_capacity
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.policies import may_edit_educator
from opentwinning.people.educators.vocabulary import TraitKind

type Traits = Mapping[TraitKind, list[str]]

FIELDS = (
    "profession", "experience", "about", "ideas", "pupils_count", "is_visible", "is_available",
)  # fmt: skip


@action
def complete_profile(
    *, by: Actor, account: Account, country: str, traits: Traits, **details: Any
) -> Educator:
    """The second step of a registration: the account becomes an educator (R-08…R-14)."""
    educator = Educator(account=account, name=account.name, country=country)
    _fill(educator, details)
    educator.save(force_insert=True)
    _set_traits(educator, traits)
    grant_capacity(by=by, account=account, role=Role.EDUCATOR)
    _index(educator)
    return educator


@action
def edit_profile(*, by: Actor, educator: Educator, traits: Traits, **details: Any) -> Educator:
    """Change one's own profile; ``details`` are the fields of the form, nothing else (B6)."""
    deny_unless(may_edit_educator(by, educator))
    _fill(educator, details)
    educator.updated_at = educator.last_active_at = now()
    educator.save()
    _set_traits(educator, traits)
    _index(educator)
    return educator


def _fill(educator: Educator, details: Mapping[str, Any]) -> None:
    unknown = set(details) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a profile: {sorted(unknown)}")
    for name, value in details.items():
        setattr(educator, name, value)


def _set_traits(educator: Educator, traits: Traits) -> None:
    wanted = {(kind, value) for kind, values in traits.items() for value in values}
    held = {(t.kind, t.value): t for t in Trait.objects.filter(educator=educator)}
    gone = [trait.pk for key, trait in held.items() if key not in wanted]
    Trait.objects.filter(pk__in=gone).delete()
    Trait.objects.bulk_create(
        Trait(educator=educator, kind=kind, value=value)
        for kind, value in sorted(wanted)
        if (kind, value) not in held
    )


def _index(educator: Educator) -> None:
    search.index("educator", educator.pk, educator.name, educator.about, educator.ideas)
