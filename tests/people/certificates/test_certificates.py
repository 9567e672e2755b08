"""Certificates: issued once, kept by their holder, checked by all (J-10, Q-32, G3, G12)."""

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from opentwinning.collaboration.projects.actions import (
    close_project,
    issue_class_certificate,
    issue_participation_certificates,
    reopen_project,
)
from opentwinning.core.actor import SYSTEM
from opentwinning.core.ids import ALPHABET
from opentwinning.core.privacy import Subject, erase
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Account
from opentwinning.people.certificates.actions import issue_certificate, revoke_certificate
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.certificates.queries import certificate_by_code, certificates_of
from opentwinning.people.certificates.vocabulary import CODE_LENGTH, WRONG_CODES, spaced
from tests import cast
from tests.pages import text
from tests.scenes.classes import a_class, kids_of
from tests.scenes.projects import a_closed, a_partner, an_approved, fresh

pytestmark = pytest.mark.django_db

KIND = "projects.participation"


def issued(holder=None, **facts) -> Certificate:
    return issue_certificate(
        by=SYSTEM,
        kind=KIND,
        holder=holder or cast.ana().account,
        country="SI",
        title="Water around us",
        cause=facts.pop("cause", "test"),
        **{"school": "Osnovna šola Pod Lipo", "countries": ["SI", "RO"], **facts},
    )


def test_a_code_holds_more_than_forty_bits_and_reads_aloud():
    """G12, G3: no letter that looks like a digit."""
    certificate = issued()
    assert len(ALPHABET) ** CODE_LENGTH > 2**40
    assert len(certificate.code) == CODE_LENGTH
    assert not set(certificate.code) & set("01OIL")
    assert spaced("ABCDEFGHJKMN") == "ABCD-EFGH-JKMN"


def test_one_cause_gives_one_certificate():
    first = issued()
    assert issued() == first
    assert Certificate.objects.count() == 1
    entry = LedgerEntry.objects.filter(verb__endswith="issue_certificate").earliest("pk")
    assert entry.subject_id == first.pk


def test_a_kind_nobody_declared_is_a_mistake_of_ours():
    with pytest.raises(TypeError):
        issue_certificate(
            by=SYSTEM, kind="x", holder=cast.ana().account, country="SI", title="T", cause="x"
        )


def test_closing_a_project_gives_every_partner_a_paper_in_her_language():
    """J-10."""
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    from opentwinning.core.permits import free_writing

    with free_writing():
        Account.objects.filter(pk=freja.account.pk).update(language="da")
    project = an_approved(ana, ion)
    a_partner(project, ana, freja)
    close_project(by=ana.actor, project=fresh(project))
    papers = {c.holder_name: c for c in Certificate.objects.all()}
    assert set(papers) == {"Ana Kovač", "Ion Popescu", "Freja Lund"}
    assert papers["Freja Lund"].language == "da"
    assert papers["Freja Lund"].country == "DK"
    assert papers["Ana Kovač"].facts["countries"] == ["DK", "RO", "SI"]
    told = Notice.objects.filter(kind="projects.closed").values_list("account_id", flat=True)
    assert set(told) == {p.account.pk for p in (ana, ion, freja)}


def test_closing_twice_gives_a_paper_for_the_longer_time(clock):
    """J-13: reopened, closed a year later; the first paper stays valid."""
    ana, ion = cast.ana(), cast.ion()
    project = a_closed(ana, ion, is_multi_year=True)
    issue_participation_certificates(by=SYSTEM, project=fresh(project))
    assert Certificate.objects.count() == 2
    reopen_project(by=ana.actor, project=fresh(project))
    clock.passes(days=300)
    close_project(by=ana.actor, project=fresh(project))
    ends = sorted(c.facts["ended_on"] for c in Certificate.objects.filter(holder_name="Ana Kovač"))
    assert len(ends) == 2
    assert ends[0] < ends[1]


def test_a_class_gets_a_paper_without_any_name():
    ana, ion = cast.ana(), cast.ion()
    project = a_closed(ana, ion)
    school_class = a_class(ana, "Modra sova", "Rdeči lisjak")
    paper = issue_class_certificate(by=SYSTEM, project=project, school_class=school_class)
    assert paper.holder_name == ""
    assert paper.account is None
    assert "sova" not in str(paper.facts)
    assert paper in certificates_of(ana.actor)
    assert paper not in certificates_of(ion.actor)


def test_only_the_holder_downloads():
    ana = cast.ana()
    certificate = issued()
    page = f"/certificates/{certificate.ref}/pdf"
    answer = ana.get(page)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.content.startswith(b"%PDF")
    for other in (cast.ion(), cast.petra(), cast.claire(), cast.otto()):
        assert other.get(page).status_code == 404
    assert cast.Visitor().get(page).status_code == 302


def test_the_pdf_can_be_read_by_machines_and_voices():
    """C15: tagged, with a language, a title and PDF/UA said."""
    answer = cast.ana().get(f"/certificates/{issued().ref}/pdf")
    pdf = PdfReader(io.BytesIO(answer.content))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "/StructTreeRoot" in root
    assert pdf.metadata.title == "Certificate of participation: Water around us"
    assert b"pdfuaid" in pdf.xmp_metadata.stream.get_data()
    assert len(pdf.pages) == 1
    words = pdf.pages[0].extract_text()
    for expected in ("Ana Kovač", "Water around us", "Slovenia, Romania", "Zavod Most"):
        assert expected in words


def test_a_paper_of_a_class_leaves_a_line_for_the_pen():
    ana = cast.ana()
    school_class = a_class(ana, "Modra sova")
    paper = issued(school_class)
    answer = ana.get(f"/certificates/{paper.ref}/pdf")
    words = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Modra sova" not in words
    assert "Class" in words


def test_a_paper_of_a_pupil_never_holds_her_nickname():
    """G12: neither the paper nor the check."""
    ana = cast.ana()
    (kid,) = kids_of(a_class(ana, "CANARY owl"))
    paper = issued(kid.pupil)
    pdf = kid.get(f"/certificates/{paper.ref}/pdf")
    assert "CANARY" not in PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text()
    checked = text(cast.Visitor().get(f"/certificates/check/{paper.code}"))
    assert "CANARY" not in checked
    assert "A class or a pupil" in checked
    assert "Water around us" in text(kid.get("/certificates/"))


def test_my_certificates_lists_own_ones_only():
    ana = cast.ana()
    assert "No certificates yet" in text(ana.get("/certificates/"))
    issued()
    issued(cast.ion().account, cause="ion")
    shown = text(ana.get("/certificates/"))
    assert shown.count("Download") == 1


def test_anybody_checks_a_code_however_it_is_typed():
    certificate = issued()
    visitor = cast.Visitor()
    assert text(visitor.get("/certificates/check"))
    typed = f" {spaced(certificate.code).lower()} "
    answer = visitor.post("/certificates/check", {"code": typed})
    assert answer["Location"] == f"/certificates/check/{spaced(certificate.code)}"
    shown = text(visitor.get(answer["Location"]))
    assert "This certificate is genuine" in shown
    assert "Ana Kovač" in shown
    assert certificate_by_code(typed) == certificate


def test_an_unknown_code_says_so_and_guessing_is_slowed_down():
    """G3: wrong codes are counted by network, right ones never."""
    certificate = issued()
    visitor = cast.Visitor()
    for _ in range(WRONG_CODES):
        assert "do not know" in text(visitor.get("/certificates/check/AAAA-BBBB-CCCC"), 404)
    assert "Too many tries" in text(visitor.get("/certificates/check/AAAA-BBBB-CCCD"), 429)
    assert "genuine" in text(visitor.get(f"/certificates/check/{certificate.code}"))


def test_an_empty_code_is_asked_for_again():
    answer = cast.Visitor().post("/certificates/check", {"code": "---"})
    assert answer.status_code == 422


def test_a_revoked_certificate_is_named_so_and_no_longer_given_out():
    certificate = issued()
    petra, ana = cast.petra(), cast.ana()
    with pytest.raises(Invalid):
        revoke_certificate(by=petra.actor, certificate=certificate, reason=" ")
    revoke_certificate(by=petra.actor, certificate=certificate, reason="Issued by mistake")
    shown = text(cast.Visitor().get(f"/certificates/check/{certificate.code}"))
    assert "was revoked" in shown
    assert "Issued by mistake" not in shown
    assert ana.get(f"/certificates/{certificate.ref}/pdf").status_code == 404
    assert "Revoked" in text(ana.get("/certificates/"))


def test_only_the_office_that_signed_may_revoke():
    certificate = issued()
    for person in (cast.radu(), cast.ana()):
        with pytest.raises(Refused):
            revoke_certificate(by=person.actor, certificate=certificate, reason="No")


def test_an_erased_holder_is_forgotten_by_the_check():
    """J3: the paper stays genuine, the name is gone."""
    ana = cast.ana()
    certificate = issued()
    erase(Subject.EDUCATOR, ana.account.pk)
    shown = text(cast.Visitor().get(f"/certificates/check/{certificate.code}"))
    assert "Ana Kovač" not in shown
    assert "genuine" in shown


def test_lists_cost_the_same_for_one_and_for_three(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from opentwinning.people.certificates.queries.shown import rows_of

    ana = cast.ana()
    counts = []
    for causes in (("a",), ("b", "c")):
        for cause in causes:
            issued(cause=cause)
        actor = ana.actor
        with CaptureQueriesContext(connection) as queries:
            rows_of(list(certificates_of(actor)))
        counts.append(len(queries))
    assert counts[0] == counts[1] == 1


def test_dates_and_countries_are_written_in_the_holders_language():
    from opentwinning.people.certificates.queries.paper import paper_of

    certificate = issued(started_on="2026-05-03", ended_on="2027-06-02")
    certificate.language = "sl"
    certificate.issued_at = dt.datetime(2027, 6, 2, 12, tzinfo=dt.UTC)
    paper = paper_of(certificate)
    lines = [value for _, value in paper.lines]
    assert "Slovenija, Romunija" in lines
    assert "3. maj 2026 – 2. junij 2027" in lines
    assert "/sl/certificates/check/" in paper.check_address
