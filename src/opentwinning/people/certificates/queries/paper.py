"""What stands on a certificate, in the language of its holder."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from django.conf import settings
from django.utils.translation import override, pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.vocabulary import country_name
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.certificates.vocabulary import KINDS, Paper, spaced
from opentwinning.people.support.queries import programme, support_organisation_of


def paper_of(certificate: Certificate) -> Paper:
    """All words of the paper. Papers of classes and pupils hold no name (G12)."""
    with override(certificate.language):
        kind = KINDS[certificate.kind]
        office = support_organisation_of(certificate.country)
        path = reverse("certificates:checked", args=[spaced(certificate.code)])
        address = f"{settings.ADDRESS}{path}"
        parts = urlsplit(f"{settings.ADDRESS}{reverse('certificates:check')}")
        facts: dict[str, Any] = certificate.facts
        where = (facts.get("school"), facts.get("place"))
        return Paper(
            language=certificate.language,
            programme=programme().name,
            title=str(kind.title),
            certifies=pgettext("certificate", "This certifies that"),
            name=certificate.holder_name,
            name_label=_whose(certificate),
            school=", ".join(part for part in where if part),
            sentence=str(kind.sentence),
            subject=certificate.title,
            lines=_lines(certificate),
            issued=pgettext("certificate", "Issued on %(day)s")
            % {"day": _day(certificate.issued_at.date(), certificate.language)},
            office=office.name if office else "",
            signature=pgettext("certificate", "Signature and stamp"),
            check_label=pgettext("certificate", "Is it genuine? Check the code here:"),
            check_address=address,
            check_shown=parts.netloc + parts.path,
            code=spaced(certificate.code),
            qr_alt=pgettext("certificate", "QR code that opens the check of this certificate"),
        )


def _whose(certificate: Certificate) -> str:
    if certificate.school_class_id is not None:
        return pgettext("certificate", "Class")
    return pgettext("certificate", "Name")


def _lines(certificate: Certificate) -> list[tuple[str, str]]:
    facts, language = certificate.facts, certificate.language
    countries = [country_name(code, language) for code in facts.get("countries", [])]
    pairs = [
        (pgettext("certificate", "Countries"), ", ".join(countries)),
        (pgettext("certificate", "Period"), _period(facts, language)),
        (pgettext("certificate", "School year"), str(facts.get("school_year", ""))),
        ("", str(facts.get("note", ""))),
    ]
    return [(label, value) for label, value in pairs if value]


def _period(facts: dict[str, Any], language: str) -> str:
    days = [
        _day(dt.date.fromisoformat(facts[name]), language)
        for name in ("started_on", "ended_on")
        if facts.get(name)
    ]
    return " – ".join(days)


def _day(day: dt.date, language: str) -> str:
    return format_date(day, format="long", locale=language.replace("-", "_"))
