"""Where the question to the school stands."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F

from opentwinning.core.clock import now
from opentwinning.facilities.notifications.models import BouncedAddress
from opentwinning.facilities.notifications.queries import has_bounced
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import was_checked_at
from opentwinning.people.organisations.models import Confirmation, Organisation
from opentwinning.people.organisations.queries.lists import affiliations_of
from opentwinning.people.organisations.vocabulary import SCHOOL_ANSWERS, SchoolAnswer
from opentwinning.people.support.queries import rules_of


@dataclass(frozen=True, slots=True)
class SchoolStep:
    """The school of this request, and what it was asked and said."""

    organisation: Organisation
    asked: Confirmation | None = None

    @property
    def answer(self) -> str:
        """The school's answer in words; "" while there is none."""
        if self.asked is None or not self.asked.answer:
            return ""
        return str(SCHOOL_ANSWERS[SchoolAnswer(self.asked.answer)])

    @property
    def is_waiting(self) -> bool:
        return self.asked is not None and self.asked.is_open

    @property
    def came_back(self) -> bool:
        """The mail reached nobody: the school needs another contact (one query)."""
        return self.asked is not None and self.is_waiting and has_bounced(self.asked.sent_to)

    @property
    def fell_back(self) -> bool:
        """The second contact was asked, because mails to the first come back."""
        school = self.organisation
        return (
            self.asked is not None
            and self.asked.sent_to == school.second_email != school.email
            and has_bounced(school.email)
        )

    @property
    def days_waited(self) -> int:
        """Since the question went out."""
        return (now() - self.asked.asked_at).days if self.asked else 0


def school_step(educator: Educator) -> SchoolStep | None:
    """The school's part in the request that runs, or was decided last; None when the country does
    not ask schools, or no school is chosen."""
    workplaces = affiliations_of(educator)
    if not workplaces:
        return None
    school = workplaces[-1].organisation
    asked = Confirmation.objects.filter(educator=educator, organisation=school)
    last = asked.order_by("-pk").first()
    if not rules_of(educator.country).asks_school:
        return SchoolStep(school, last) if last is not None and last.answer else None
    return SchoolStep(school, last if last is not None and _is_fresh(last, educator) else None)


def contact_of(school: Organisation) -> str:
    """Where a school is asked: its first address, the second when mails to the first come back; ""
    when neither takes mails (pain 25)."""
    known = [each for each in (school.email, school.second_email) if each]
    return next((each for each in known if not has_bounced(each)), "")


def confirmations_come_back(*, limit: int = 200) -> list[Confirmation]:
    """Open questions whose mail came back, at schools whose second contact takes mails; what nobody
    can be asked about does not stand before the others."""
    bounced = BouncedAddress.objects.values("address")
    rows = Confirmation.objects.filter(
        answered_at=None, expires_at__gt=now(), sent_to__in=bounced,
        educator__waiting_since__isnull=False,
    )  # fmt: skip
    with_second = (
        rows.exclude(organisation__second_email="")
        .exclude(organisation__second_email__in=bounced)
        .exclude(sent_to=F("organisation__second_email"))
    )
    return list(with_second.select_related("educator", "organisation").order_by("pk")[:limit])


def open_confirmation(secret: str) -> Confirmation | None:
    """The question behind a link that may still be answered. Reading it changes nothing (A17)."""
    rows = Confirmation.objects.select_related("educator", "organisation")
    found = rows.filter(secret_hash=Confirmation.hashed(secret), answered_at=None)
    return found.filter(expires_at__gt=now()).first()


def _is_fresh(asked: Confirmation, educator: Educator) -> bool:
    """Asked for the request that runs, or for the validation that holds."""
    if educator.waiting_since is None:
        return True
    checked: dt.datetime | None = was_checked_at(educator)
    return checked is None or asked.asked_at > checked
