"""Two profiles of one educator become one (M-11)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.joining import drops, forbids, merges
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator, Photo, RoleReview, Trait
from opentwinning.people.educators.vocabulary import ValidationState

_TYPED = ("about", "ideas", "pupils_count", "accepted_role", "photo_key")


def _better(kept: Educator, gone: Educator) -> Mapping[str, Any]:
    """Validated beats everything else; what she wrote stays, empty fields are filled."""
    found = {name: getattr(gone, name) for name in _TYPED if not getattr(kept, name)}
    if gone.is_validated and not kept.is_validated:
        found |= {
            "validation_state": ValidationState.VALIDATED,
            "validated_until": gone.validated_until,
            "waiting_since": gone.waiting_since,
            "refused_for_role": "",
        }
    found["created_at"] = min(kept.created_at, gone.created_at)
    found["last_active_at"] = max(kept.last_active_at, gone.last_active_at)
    keys = {*kept.trait_keys.split(), *gone.trait_keys.split()}
    return found | {"trait_keys": " ".join(sorted(keys))}


def _validated_elsewhere(kept: int, gone: int) -> bool:
    """An office's yes counts in its own country only."""
    found = {each.account_id: each for each in Educator.objects.filter(account__in=(kept, gone))}
    stays, goes = found.get(kept), found.get(gone)
    return (
        stays is not None
        and goes is not None
        and stays.country != goes.country
        and goes.is_validated
        and not stays.is_validated
    )


def _one_is_withheld(kept: int, gone: int) -> bool:
    """What a decision hides does not come back through another account (H17)."""
    hidden = Educator.objects.filter(withheld_visible__isnull=False)
    return hidden.filter(account__in=(kept, gone)).exists()


forbids(
    Account,
    _one_is_withheld,
    reason=pgettext_lazy("joining", "These accounts cannot be joined now. Ask your office."),
)
forbids(
    Account,
    _validated_elsewhere,
    reason=pgettext_lazy(
        "joining", "The other account is validated, in another country. Let that one stay."
    ),
)
merges(Educator, _better, leaves_shadow=True)  # the shadow leads to the profile that stays
drops(Trait, RoleReview, Photo)
