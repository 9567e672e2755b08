"""Mails to a school about one of its teachers, in the language of the country's office."""

from typing import Any

from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.support.queries import office_language, programme, support_organisation_of


def write_to_school(
    to: str, template: str, *, educator: Educator, school: Organisation, dedupe_key: str,
    **facts: Any,
) -> None:  # fmt: skip
    """Queue one mail; it says who is meant, and which office can be asked."""
    office = support_organisation_of(school.country)
    queue_mail(
        to=to,
        language=office_language(school.country),
        template=template,
        facts={
            "person": educator.name,
            "school": school.name,
            "programme": programme().name,
            "office": office.name if office else "",
            "office_mail": office.email if office else "",
            **facts,
        },
        dedupe_key=dedupe_key,
    )
