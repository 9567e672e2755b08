"""One's own papers, and the public check (pages 11 and 59)."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limit
from opentwinning.people.certificates.adapters.paper import drawn
from opentwinning.people.certificates.forms import CodeForm
from opentwinning.people.certificates.queries import (
    access_certificate,
    certificate_by_code,
    certificates_of,
)
from opentwinning.people.certificates.queries.paper import paper_of
from opentwinning.people.certificates.queries.shown import checked_facts, rows_of
from opentwinning.people.certificates.vocabulary import PER, WRONG_CODES, compact, spaced


@open_to(Audience.SIGNED_IN, methods=("GET",))
def mine(request: HttpRequest) -> HttpResponse:
    """All papers one may download."""
    actor = cast("ActorRequest", request).actor
    frame = "core/pupil.html" if actor.is_pupil else "core/educator.html"
    rows = rows_of(list(certificates_of(actor)))
    return page(request, "certificates/mine.html", rows=rows, frame=frame)


@open_to(Audience.SIGNED_IN, methods=("GET",))
def download(request: HttpRequest, ref: str) -> HttpResponse:
    """The PDF, for its holder only; a revoked paper is not given out again."""
    actor = cast("ActorRequest", request).actor
    certificate = access_certificate(actor, ref)
    if certificate.revoked_at is not None:
        raise Refused(hidden())
    response = HttpResponse(
        drawn(paper_of(certificate), certificate.issued_at), content_type="application/pdf"
    )
    name = f"certificate-{spaced(certificate.code)}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@open_to(Audience.EVERYBODY)
def check(request: HttpRequest) -> HttpResponse:
    """Type a code; the answer has an address of its own, so that it can be sent on."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        code = compact(form.cleaned_data["code"])
        if code:
            return go(request, "certificates:checked", spaced(code))
        form.add_error("code", pgettext("certificates", "Type the code of the certificate."))
    return page(request, "certificates/check.html", form=form)


@open_to(Audience.EVERYBODY, methods=("GET",))
def checked(request: HttpRequest, code: str) -> HttpResponse:
    """Valid, revoked or unknown. Only wrong codes are counted against the caller (G3)."""
    certificate = certificate_by_code(code)
    if certificate is None:
        return _unknown(request, code)
    return page(
        request,
        "certificates/checked.html",
        certificate=certificate,
        facts=checked_facts(certificate),
        code=spaced(certificate.code),
    )


def _unknown(request: HttpRequest, code: str) -> HttpResponse:
    within = within_limit("certificate-code", network_of(request), limit=WRONG_CODES, per=PER)
    status = 404 if within else 429
    return page(
        request,
        "certificates/unknown.html",
        status=status,
        too_many=not within,
        code=spaced(compact(code)),
    )
