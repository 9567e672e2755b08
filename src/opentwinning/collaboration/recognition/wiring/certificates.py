"""The two certificates of recognition."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.recognition.vocabulary import (
    EUROPEAN_CERTIFICATE,
    NATIONAL_CERTIFICATE,
)
from opentwinning.people.certificates.vocabulary import CertificateKind, declare_kind

declare_kind(
    CertificateKind(
        key=NATIONAL_CERTIFICATE,
        title=pgettext_lazy("certificate", "National quality label"),
        sentence=pgettext_lazy("certificate", "is awarded the national quality label for"),
    )
)
declare_kind(
    CertificateKind(
        key=EUROPEAN_CERTIFICATE,
        title=pgettext_lazy("certificate", "European quality label"),
        sentence=pgettext_lazy("certificate", "is awarded the European quality label for"),
    )
)
