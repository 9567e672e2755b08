"""What teachers are told about their classes and pupils."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.pupils.events import ClassHandedOn, ClassOwnerGone
from opentwinning.people.pupils.models import SchoolClass

declare_notice(
    NoticeKind(
        key="pupils.asks_for_help",
        sentence=pgettext_lazy("notice", "%(nickname)s of %(school_class)s asks you for help."),
        icon="life-buoy",
    )
)
declare_notice(
    NoticeKind(
        key="pupils.handed_on",
        sentence=pgettext_lazy("notice", "You now answer for the class %(school_class)s."),
        icon="users-round",
        mail="pupils/mail/handed_on.txt",
        is_vital=True,
    )
)
declare_notice(
    NoticeKind(
        key="pupils.owner_gone",
        sentence=pgettext_lazy("notice", "A teacher of your class %(school_class)s has left."),
        icon="user-minus",
        mail="pupils/mail/owner_gone.txt",
        is_vital=True,
    )
)


@on(ClassHandedOn)
def tell_successor(event: ClassHandedOn) -> None:
    _tell([event.account_id], "pupils.handed_on", event.school_class_id)


@on(ClassOwnerGone)
def tell_others(event: ClassOwnerGone) -> None:
    _tell(event.account_ids, "pupils.owner_gone", event.school_class_id)


def _tell(accounts: list[int], kind: str, school_class_id: int) -> None:
    school_class = SchoolClass.objects.get(pk=school_class_id)
    tell(accounts, kind, url=f"/classes/{school_class.ref}", school_class=school_class.name)
