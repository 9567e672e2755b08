"""The full form of the registration, and later edits."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import pgettext

from opentwinning.core.actions import action
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.notifications.actions import save_habits
from opentwinning.facilities.search import actions as search
from opentwinning.people.accounts.actions import finish_registration, grant_capacity
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import open_link
from opentwinning.people.accounts.vocabulary import TokenPurpose
from opentwinning.people.educators.actions.roles import follow_role
from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.policies import may_edit_educator
from opentwinning.people.educators.vocabulary import (
    TraitKind,
    ValidationState,
    facet_word,
    trait_key,
)
from opentwinning.people.support.queries import support_organisation_of

type Traits = Mapping[TraitKind, list[str]]

EMPTY: dict[str, Any] = {
    "name": "", "profession": "", "refused_for_role": "", "accepted_role": "", "experience": "",
    "about": "", "ideas": "", "pupils_count": None, "answer_rate": None, "trait_keys": "",
    "photo_key": "", "is_visible": False, "is_available": False, "withheld_visible": None,
    "waiting_since": None, "validated_until": None, "validation_state": ValidationState.REGISTERED,
}  # fmt: skip
FIELDS = (
    "profession", "experience", "about", "ideas", "pupils_count", "is_visible", "is_available",
)  # fmt: skip


@action
def register_educator(
    *, by: Actor, secret: str, password: str, traits: Traits, **details: Any
) -> Educator:
    """The full form, reached by the link of the mail (R-01): account and profile begin together.
    Raises ``Invalid`` for an old or used link and for a weak password."""
    link = open_link(secret, TokenPurpose.REGISTER)
    if link is None:
        raise Invalid(pgettext("registration", "This link is too old or was used. Begin again."))
    office = support_organisation_of(link.country)
    account = finish_registration(
        by=by, secret=secret, password=password, time_zone=office.time_zone if office else ""
    )
    save_habits(account_id=account.pk, paces={}, quiet_nights=True)
    return complete_profile(by=by, account=account, country=link.country, traits=traits, **details)


@action
def complete_profile(
    *, by: Actor, account: Account, country: str, traits: Traits, **details: Any
) -> Educator:
    """The second step of a registration: the account becomes an educator (R-08…R-14)."""
    # One id for account and profile: the person is drawn alike everywhere.
    ref = account.ref.replace("acc_", "edu_")
    educator = Educator(ref=ref, account=account, name=account.name, country=country)
    _fill(educator, details, traits)
    educator.save(force_insert=True)
    _set_traits(educator, traits)
    grant_capacity(by=by, account=account, role=Role.EDUCATOR)
    _index(educator)
    return educator


@action
def edit_profile(*, by: Actor, educator: Educator, traits: Traits, **details: Any) -> Educator:
    """Change one's own profile; ``details`` are the fields of the form, nothing else (B6). Raises
    ``Invalid`` for a role that may not join when she was checked already (C-13)."""
    deny_unless(may_edit_educator(by, educator))
    educator = Educator.objects.select_for_update().select_related("account").get(pk=educator.pk)
    before = educator.profession
    _fill(educator, details, traits)
    educator.updated_at = educator.last_active_at = now()
    educator.save()
    if educator.profession != before:
        follow_role(by, educator, before)
    _set_traits(educator, traits)
    _index(educator)
    return educator


@action
def confirm_profile(*, by: Actor, educator: Educator) -> Educator:
    """Everything is still right: the profile counts as fresh again (R-20)."""
    deny_unless(may_edit_educator(by, educator))
    educator.updated_at = educator.last_active_at = now()
    educator.save(update_fields=["updated_at", "last_active_at"])
    return educator


def _fill(educator: Educator, details: Mapping[str, Any], traits: Traits) -> None:
    unknown = set(details) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a profile: {sorted(unknown)}")
    for name, value in details.items():
        setattr(educator, name, value)
    if educator.is_withheld:  # what she wishes holds when it comes back
        educator.withheld_visible, educator.is_visible = educator.is_visible, False
    keys = {trait_key(kind, value) for kind, values in traits.items() for value in values}
    educator.trait_keys = " ".join(sorted(keys))


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
    facets = [facet_word("country", educator.country)]
    facets += [facet_word(t.kind, t.value) for t in Trait.objects.filter(educator=educator)]
    words = (educator.name, educator.about, educator.ideas)
    search.index("educator", educator.pk, *facets, *words)


@action
def follow_name(*, by: Actor, account_id: int, name: str) -> None:
    """The account was renamed: the profile's copy follows. A name that a support organisation has
    checked cannot be changed by its owner: nobody slips into another person's name."""
    educator = Educator.objects.filter(account_id=account_id).first()
    if educator is not None:
        if educator.is_validated:
            raise Invalid(
                pgettext(
                    "profile",
                    "Your support organisation has checked this name. Ask it to change the name.",
                ),
                "name",
            )
        educator.name = name
        educator.save(update_fields=["name"])
        _index(educator)


@action
def forget_educator(*, by: Actor, account_id: int) -> None:
    """The person was erased: nobody finds her any more."""
    for educator in Educator.objects.filter(account_id=account_id):
        search.forget("educator", educator.pk)


@action
def empty_shadow(*, by: Actor, account_id: int, gone_id: int) -> None:
    """Two accounts were joined (M-11): the profile that gave everything stays as an empty row, so
    that its address leads on; nobody finds it or decides about it. The other is found anew."""
    for shadow in Educator.objects.filter(account_id=gone_id):
        search.forget("educator", shadow.pk)
        for name, value in EMPTY.items():
            setattr(shadow, name, value)
        shadow.save()
    for educator in Educator.objects.filter(account_id=account_id):
        _index(educator)
