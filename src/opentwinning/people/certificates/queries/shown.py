"""What lists and the public check say about certificates."""

from dataclasses import dataclass

from django.utils.translation import get_language, pgettext

from opentwinning.core.verdicts import Text
from opentwinning.core.vocabulary import country_name
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.certificates.vocabulary import KINDS, spaced


@dataclass(frozen=True, slots=True)
class Row:
    """One paper in its holder's list."""

    certificate: Certificate
    kind: Text
    code: str
    is_of_class: bool


def rows_of(certificates: list[Certificate]) -> list[Row]:
    """The holder's list."""
    return [
        Row(
            certificate=each,
            kind=KINDS[each.kind].title,
            code=spaced(each.code),
            is_of_class=each.school_class_id is not None,
        )
        for each in certificates
    ]


def checked_facts(certificate: Certificate) -> list[tuple[str, str]]:
    """What the public learns from a code: no more than the paper shows, and nothing of a pupil or
    class beside the school (G12). An erased holder's name is gone."""
    facts, language = certificate.facts, get_language() or "en"
    countries = [country_name(code, language) for code in facts.get("countries", [])]
    of_adult = certificate.pupil_id is None and certificate.school_class_id is None
    return [
        (pgettext("certificates", "Kind"), str(KINDS[certificate.kind].title)),
        (
            pgettext("certificates", "Holder"),
            certificate.holder_name if of_adult else pgettext("certificates", "A class or a pupil"),
        ),
        (pgettext("certificates", "School"), str(facts.get("school", ""))),
        (pgettext("certificates", "For"), certificate.title),
        (pgettext("certificates", "Countries"), ", ".join(countries)),
        (pgettext("certificates", "School year"), str(facts.get("school_year", ""))),
    ]
