"""The words of the printed form, in the language of the office."""

from typing import Any

from babel.dates import format_date
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override, pgettext

from opentwinning.community.papers.models import Paper
from opentwinning.core.vocabulary import country_name
from opentwinning.people.organisations.queries import affiliations_of
from opentwinning.people.support.queries import programme, support_organisation_of


def form_of(paper: Paper) -> tuple[dict[str, Any], str]:
    """What stands on the form, and its language: the head of the school reads it."""
    office = support_organisation_of(paper.educator.country)
    ours = {code for code, _ in settings.LANGUAGES}
    language = office.language if office and office.language in ours else "en"
    workplaces = affiliations_of(paper.educator)
    school = workplaces[-1].organisation if workplaces else None
    due = format_date(timezone.localdate(paper.due_at), format="long", locale=language)
    with override(language):
        facts = [
            (pgettext("paper", "Person"), paper.educator.name),
            (pgettext("paper", "School"), school.name if school else ""),
            (pgettext("paper", "Code of the school"), school.code if school else ""),
            (pgettext("paper", "Town"), f"{school.postcode} {school.place}" if school else ""),
            (pgettext("paper", "Country"), country_name(paper.educator.country, language)),
        ]
        data = {
            "programme": programme().name,
            "office": office.name if office else "",
            "title": pgettext("paper", "Confirmation by the school"),
            "sentence": pgettext(
                "paper",
                "We confirm that this person works at our school now. "
                "She or he may bring classes of our school into projects with schools abroad.",
            ),
            "facts": [pair for pair in facts if pair[1].strip()],
            "fields": [
                pgettext("paper", "Name and position"),
                pgettext("paper", "Place and date"),
                pgettext("paper", "Signature"),
            ],
            "stamp": pgettext("paper", "Stamp of the school"),
            "due": pgettext("paper", "Please give it back in time to be sent by %(day)s.")
            % {"day": due},
            "ref": paper.ref,
        }
    return data, language
