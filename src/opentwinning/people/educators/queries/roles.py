"""Roles that may join, and second looks at refusals for a role (C-13, pain 26)."""

from opentwinning.core.actor import Actor
from opentwinning.core.recall import once_per_page
from opentwinning.people.educators.models import Educator, RoleReview
from opentwinning.people.educators.policies import besides
from opentwinning.people.educators.vocabulary import ValidationState
from opentwinning.people.support.queries import joining_roles, officers_of


def may_role_join(educator: Educator) -> bool:
    """Her country takes her role, or an office has accepted it for her."""
    role = educator.profession
    return role == educator.accepted_role or role in joining_roles(educator.country)


def may_ask_review(educator: Educator) -> bool:
    """Refused for the role she still has, which nobody else has looked at yet."""
    is_refused = educator.validation_state == ValidationState.REFUSED
    if not (is_refused and educator.refused_for_role):
        return False
    return not RoleReview.objects.filter(educator=educator, role=educator.profession).exists()


@once_per_page
def reviews_closed_to(actor: Actor) -> list[int]:
    """Educators whose review this officer must leave to somebody else, because she refused."""
    if actor.account_id is None:
        return []
    mine = RoleReview.objects.select_related("educator").filter(
        answered_at=None, refused_by_account_id=actor.account_id
    )
    officers = {each: officers_of(each) for each in ("", *{r.educator.country for r in mine})}
    return [
        review.educator_id
        for review in mine
        if besides(review.educator, review, officers[review.educator.country], officers[""])
    ]
