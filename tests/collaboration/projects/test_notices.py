"""Notices and mails: each reads well, in the reader's language, and leads somewhere (X8)."""

import pytest
from django.utils.translation import override

from opentwinning.collaboration.projects.actions import (
    accept_invitation,
    agree_deletion,
    approve_project,
    ask_deletion,
    close_project,
    decline_invitation,
    grant_deletion,
    invite_partner,
    leave_project,
    reject_project,
    remove_partner,
    reopen_project,
    return_project,
    stop_deletion,
    withdraw_project,
)
from opentwinning.core.actor import SYSTEM
from opentwinning.core.notices import KINDS
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.facilities.notifications.wiring.delivery import rendered
from opentwinning.people.accounts.actions import erase_account
from tests import cast
from tests.scenes.projects import (
    a_closed,
    a_partner,
    a_sent,
    a_submitted,
    an_approved,
    befriend,
    fresh,
    invitation_of,
)

pytestmark = pytest.mark.django_db


def everything_happens():
    """One of each."""
    ana, ion, freja, daria = cast.ana(), cast.ion(), cast.freja(), cast.daria()
    petra = cast.petra()
    asked = a_sent(ana, ion, title="D&D rivers")
    decline_invitation(by=ion.actor, invitation=invitation_of(asked, ion), message="No time")
    withdraw_project(by=ion.actor, project=a_submitted(ana, ion))
    rejected = a_submitted(ana, ion)
    return_project(by=petra.actor, project=rejected, country="SI", message="Which month?")
    reject_project(by=cast.radu().actor, project=rejected, country="RO", message="Too vague")
    project = an_approved(ana, ion, is_multi_year=True)
    partnership = a_partner(project, ana, freja)
    befriend(ana, daria)
    invitation = invite_partner(by=ana.actor, project=fresh(project), educator=daria.educator)
    decline_invitation(by=daria.actor, invitation=invitation, message="Sorry")
    again = invite_partner(by=ana.actor, project=fresh(project), educator=daria.educator)
    accept_invitation(by=daria.actor, invitation=again)
    leave_project(by=daria.actor, project=fresh(project), reason="I moved")
    remove_partner(by=ana.actor, project=fresh(project), partnership=partnership, message="Agreed")
    close_project(by=ana.actor, project=fresh(project))
    reopen_project(by=ana.actor, project=fresh(project))
    a_project_is_deleted()
    people_are_erased()


def a_project_is_deleted():
    """Asked, agreed, granted, and kept in the end."""
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion, title="To be deleted")
    ask_deletion(by=ana.actor, project=project, reason="We stop")
    agree_deletion(by=ion.actor, project=fresh(project))
    grant_deletion(by=cast.petra().actor, project=fresh(project))
    stop_deletion(by=ion.actor, project=fresh(project), message="We go on")


def people_are_erased():
    """Zdenka, Fabrice and Marek go for good; Ana and Freja hear of it."""
    ana, freja, marek = cast.ana(), cast.freja(), cast.marek()
    zdenka, fabrice = cast.educator("Zdenka Hribar", "SI"), cast.educator("Fabrice Petit", "FR")
    common = an_approved(zdenka, fabrice, title="Common")
    for partner in (freja, ana, marek):
        a_partner(common, zdenka, partner)
    an_approved(zdenka, fabrice, title="Theirs alone")
    a_sent(ana, fabrice, title="Of Ana and Fabrice")
    a_sent(zdenka, ana, title="Of Zdenka and Ana")
    erase_account(by=SYSTEM, account=fabrice.account)
    erase_account(by=SYSTEM, account=zdenka.account)
    erase_account(by=SYSTEM, account=marek.account)


ELSEWHERE = {"projects.nudged"}  # has a play of its own: collaboration/twinspaces/test_pulse.py


def test_every_kind_of_notice_happens_reads_whole_and_leads_to_a_page():
    everything_happens()
    told = {n.kind: n for n in Notice.objects.filter(kind__startswith="projects.")}
    assert set(told) == {key for key in KINDS if key.startswith("projects.")} - ELSEWHERE
    for kind, notice in told.items():
        sentence = KINDS[kind].said(notice.facts)
        assert "%(" not in sentence
        assert notice.url.startswith(("/projects/", "/certificates/"))


def test_every_mail_has_a_subject_a_name_and_a_link():
    everything_happens()
    mails = Mail.objects.filter(template__startswith="projects/")
    assert mails.count() >= len([key for key in KINDS if key.startswith("projects.")])
    for mail in mails:
        subject, text, html = rendered(mail)
        assert subject
        assert "\n" not in subject
        assert "{{" not in text
        assert "/projects/" in text or "/certificates/" in text
        assert html.startswith("<!doctype html>")


def test_the_letter_escapes_a_hostile_title_once():
    ana, ion = cast.ana(), cast.ion()
    a_sent(ana, ion, title="D&D <b>rivers</b>")
    mail = Mail.objects.get(template="projects/mail/asked.txt")
    _subject, text, html = rendered(mail)
    assert "D&D <b>rivers</b>" in text
    assert "D&amp;D &lt;b&gt;rivers&lt;/b&gt;" in html


def test_links_carry_the_readers_language():
    ana, ion = cast.ana(), cast.ion()
    from opentwinning.core.permits import free_writing

    with free_writing():
        type(ion.account).objects.filter(pk=ion.account.pk).update(language="ro")
    a_sent(ana, ion)
    mail = Mail.objects.get(template="projects/mail/asked.txt")
    assert mail.language == "ro"
    assert "/ro/projects/invitations/" in rendered(mail)[1]


def test_addresses_of_notices_open_for_their_readers():
    """A notice never leads to a page its reader may not see."""
    ana, ion, petra = cast.ana(), cast.ion(), cast.petra()
    project = a_submitted(ana, ion)
    approve_project(by=petra.actor, project=project, country="SI")
    a_closed(ana, ion)
    people = {p.account.pk: p for p in (ana, ion, petra, cast.radu())}
    with override("en"):
        for notice in Notice.objects.filter(
            kind__startswith="projects.", account_id__in=people
        ).exclude(kind="projects.to_decide"):
            assert people[notice.account_id].get(notice.url).status_code == 200, notice.url
