"""Who sets activities, hands in and decides (T-06, matrix row 40, H13)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.workspace.activities.models import Activity, HandIn
from opentwinning.workspace.activities.vocabulary import ActivityState, HandInState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import may_read_thing, may_take_back, while_open

_TEACHERS = pgettext_lazy("activity", "Only teachers may do this.")
_AUTHOR = pgettext_lazy("activity", "Only who made it and project admins may do this.")
_CLOSED = pgettext_lazy("activity", "This activity is closed. You can read it.")
_OTHER_SCHOOL = pgettext_lazy("activity", "This activity is for another school.")
_OTHER_CLASS = pgettext_lazy("activity", "The pupil's own teacher or a project admin decides.")
_OWN = pgettext_lazy("activity", "Somebody else decides about what you handed in.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")


def may_read_activity(member: Member | None, activity: Activity) -> Verdict:
    """Every member; a draft only teachers."""
    verdict = may_read_thing(member, activity)
    if not verdict or member is None:
        return verdict
    return hidden() if activity.state == ActivityState.DRAFT and not member.is_adult else verdict


def may_set_activities(member: Member | None, space: Space) -> Verdict:
    """Teachers of an open space: activities, their phases."""
    if member is None or member.left_at is not None:
        return hidden()
    return while_open(space) if member.is_adult else refused(_TEACHERS)


def may_run_activity(member: Member | None, space: Space, activity: Activity) -> Verdict:
    """Change, open, close, delete: who made it, and project admins."""
    verdict = may_read_activity(member, activity) and while_open(space)
    if not verdict or member is None:
        return verdict
    if member.is_admin or (member.is_adult and activity.author_id == member.pk):
        return granted()
    return refused(_AUTHOR if member.is_adult else _TEACHERS)


def may_take_activity_back(member: Member | None, space: Space, activity: Activity) -> Verdict:
    """Out of the trash."""
    return may_take_back(member, space, activity)


def may_hand_in(
    member: Member | None, space: Space, activity: Activity, mine: HandIn | None
) -> Verdict:
    """Members of the schools it is for, while it is open; again until somebody withheld it."""
    verdict = may_read_activity(member, activity) and while_open(space)
    if not verdict or member is None:
        return verdict
    if activity.state != ActivityState.OPEN:
        return refused(_CLOSED)
    if not activity.is_for(member):
        return refused(_OTHER_SCHOOL)
    return refused(_WITHHELD) if mine is not None and mine.withheld_from else granted()


def may_read_hand_in(member: Member | None, hand_in: HandIn) -> Verdict:
    """Its author and teachers; once it is approved, every member (a teacher sees first)."""
    verdict = may_read_activity(member, hand_in.activity)
    if not verdict or member is None or member.is_adult or hand_in.author_id == member.pk:
        return verdict
    return granted() if hand_in.state == HandInState.APPROVED else hidden()


def may_decide_hand_in(member: Member | None, space: Space, hand_in: HandIn) -> Verdict:
    """Approve or give back: teachers of the pupil's class, and project admins; nobody her own."""
    verdict = may_read_hand_in(member, hand_in)
    if not verdict or member is None:
        return verdict
    if not member.is_adult:
        return refused(_TEACHERS)
    verdict = while_open(space)
    if not verdict:
        return verdict
    if hand_in.withheld_from:
        return refused(_WITHHELD)
    if hand_in.author_id == member.pk:
        return refused(_OWN)
    return granted() if member.is_admin or _leads_author(member, hand_in) else refused(_OTHER_CLASS)


def _leads_author(member: Member, hand_in: HandIn) -> bool:
    pupil = hand_in.author.pupil
    if pupil is None or member.account_id is None:
        return False
    return ClassOwner.objects.filter(
        school_class_id=pupil.school_class_id, educator__account_id=member.account_id
    ).exists()
