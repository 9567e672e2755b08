"""Leaving for good: days of grace, then nothing is left of the person (J2, J3, J4, J6, J9)."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.test import Client

from opentwinning.core import privacy
from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.permits import free_writing
from opentwinning.core.work import KINDS
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.drafts.actions import save_draft
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.actions import tell
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.facilities.search.queries import matching
from opentwinning.people.accounts.actions import (
    announce_erasure,
    begin_registration,
    erase_account,
    request_erasure,
    sign_in,
)
from opentwinning.people.accounts.models import Account, ErasureRequest
from opentwinning.people.accounts.queries import accounts_long_unused
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.educators.actions import answer_office, ask_educator, edit_profile
from opentwinning.people.educators.vocabulary import TraitKind
from tests import cast

pytestmark = pytest.mark.django_db
CANARY = "CANARY7f3"


def canaries(person, mark=CANARY):
    """Everything a person can leave behind on the people floor, marked."""
    actor = person.actor
    edit_profile(
        by=actor,
        educator=person.educator,
        traits={TraitKind.SUBJECT: ["biology"]},
        about=f"{mark}-about",
        ideas=f"{mark}-ideas",
        pupils_count=21,
    )
    save_draft(
        by=actor, key="x", fields={"text": [f"{mark}-draft"]}, url="/", title=f"{mark}-title",
        base_stamp="",
    )  # fmt: skip
    officer = cast.officer("Jan Kowal", "PL")
    ask_educator(by=officer.actor, educator=person.educator, message=f"{mark}-question")
    answer_office(by=actor, educator=person.educator, message=f"{mark}-answer")
    tell([person.account.pk], "educators.asked", url="/", message=f"{mark}-notice")
    begin_registration(
        by=VISITOR, email=person.account.email, name=f"{mark}-again", country="PL", language="en"
    )


def marked(name, mark):
    """Somebody whose very name and address are marked, with a registration of her own behind."""
    begin_registration(
        by=VISITOR, email=f"{name.lower()}@example.org", name=f"{mark}-{name}", country="PL",
        language="en",
    )  # fmt: skip
    person = cast.newcomer(f"{name} {mark}-name", "PL")
    cast.school(person)
    canaries(person, mark)
    return person


def dump():
    """Every text of every table, as (table.column, text)."""
    for model in apps.get_models(include_auto_created=True):
        kinds = (models.CharField, models.TextField, models.JSONField)
        names = [f.name for f in model._meta.concrete_fields if isinstance(f, kinds)]
        for row in model._default_manager.values_list(*names) if names else ():
            for name, value in zip(names, row, strict=True):
                yield f"{model._meta.db_table}.{name}", json.dumps(value, ensure_ascii=False)


def found(mark):
    return sorted({where for where, text in dump() if mark.lower() in text.lower()})


def in_files(mark):
    data = Path(settings.DATA_DIR)
    return [
        path
        for path in data.rglob("*")
        if path.is_file() and "sqlite" not in path.name
        and mark.lower().encode() in path.read_bytes().lower()
    ]  # fmt: skip


def test_the_canaries_are_alive():
    """A sweep that finds nothing proves something only when there was something."""
    marked("Wanda", CANARY)
    assert {
        "accounts_account.name",
        "accounts_mailedlink.name",
        "drafts_draft.fields",
        "drafts_draft.title",
        "educators_educator.about",
        "educators_educator.ideas",
        "educators_educator.name",
        "educators_validationstep.message",
        "notifications_mail.facts",
        "notifications_notice.facts",
        "search_searchentry.text",
    } <= set(found(CANARY))
    assert found("wanda@example.org")


def test_erasing_wanda_leaves_nothing_of_her_and_everything_of_nadia():
    """J3: rows, search, outbox, drafts and files."""
    wanda, nadia = marked("Wanda", CANARY), marked("Nadia", "OTHER5c1")
    run_due()  # mails forget their facts when they are sent
    others = found("OTHER5c1")
    erase_account(by=SYSTEM, account=wanda.account)
    run_due()
    assert found(CANARY) == []
    assert found("wanda@example.org") == []
    assert in_files(CANARY) == in_files("wanda@example.org") == []
    assert matching("educator", CANARY) == []
    assert found("OTHER5c1") == others
    assert Account.objects.get(pk=nadia.account.pk).state == AccountState.ACTIVE


def test_an_erased_person_cannot_enter_and_her_address_is_free_again():
    wanda = marked("Wanda", CANARY)
    erase_account(by=SYSTEM, account=wanda.account)
    assert sign_in(by=VISITOR, email="wanda@example.org", password=cast.PASSWORD) is None
    assert wanda.get("/today/").status_code == 302
    assert cast.account("Wanda New").pk != wanda.account.pk


def test_her_name_is_struck_out_of_what_others_were_told():
    """J3: whole values only, letters beyond ASCII too; a namesake of half the name stays."""
    ana = cast.account("Ana Kovač")
    wanda = cast.account("Wanda Święć")
    tell([ana.pk], "networking.accepted", url="/", asked="Wanda Święć")
    tell([ana.pk], "networking.accepted", url="/", asked="Wanda Święć-Nowak")
    erase_account(by=SYSTEM, account=wanda)
    names = [notice.facts["asked"] for notice in Notice.objects.order_by("pk")]
    assert names == ["…", "Wanda Święć-Nowak"]
    assert [mail.facts["asked"] for mail in Mail.objects.order_by("pk")] == names


def test_erasing_twice_is_erasing_once():
    wanda = marked("Wanda", CANARY)
    assert erase_account(by=SYSTEM, account=wanda.account)
    assert erase_account(by=SYSTEM, account=wanda.account) == {}


def test_the_audit_ledger_keeps_the_deed_without_the_name():
    """J6, J7: one row, and the chain stays whole."""
    from opentwinning.facilities.audit.queries import broken_links

    wanda = marked("Wanda", CANARY)
    erase_account(by=SYSTEM, account=wanda.account)
    row = LedgerEntry.objects.get(verb__endswith="erase_account")
    assert (row.actor_key, row.subject_id) == ("system", wanda.account.pk)
    assert row.details["touched"]["drafts.draft"] == 1
    assert broken_links() == []


def test_an_export_holds_everything_of_the_subject_and_nothing_of_others():
    """J2."""
    wanda, nadia = marked("Wanda", CANARY), marked("Nadia", "OTHER5c1")
    hers = json.dumps(privacy.exported(privacy.Subject.EDUCATOR, wanda.account.pk))
    for part in ("about", "ideas", "draft", "title", "question", "answer", "notice", "name"):
        assert f"{CANARY}-{part}" in hers
    assert "wanda@example.org" in hers
    assert "OTHER5c1" not in hers
    assert nadia.account.email not in hers
    assert wanda.account.password not in hers


def test_days_of_grace_and_then_the_job(clock):
    ewa = cast.ewa()
    request_erasure(by=ewa.actor, account=ewa.account)
    assert ewa.get("/today/").status_code == 302
    clock.passes(days=13, hours=23)
    KINDS["accounts.erase"].run({})
    assert Account.objects.get(pk=ewa.account.pk).state == AccountState.ACTIVE
    clock.passes(hours=1)
    KINDS["accounts.erase"].run({})
    assert Account.objects.get(pk=ewa.account.pk).state == AccountState.ERASED
    assert ErasureRequest.objects.get().done_at is not None


def test_asking_twice_is_asking_once(clock):
    ewa = cast.ewa()
    first = request_erasure(by=ewa.actor, account=ewa.account)
    clock.passes(days=3)
    again = request_erasure(by=ewa.actor, account=ewa.account)
    assert again == first
    assert Mail.objects.filter(template="accounts/mail/erasure_requested.txt").count() == 1


def test_signing_in_takes_the_wish_back(clock):
    ewa = cast.ewa()
    request_erasure(by=ewa.actor, account=ewa.account)
    clock.passes(days=13)
    browser = Client()
    browser.post("/sign-in", {"email": "ewa@example.org", "password": cast.PASSWORD})
    assert "Your account will not be erased" in browser.get("/account").content.decode()
    clock.passes(days=30)
    KINDS["accounts.erase"].run({})
    assert Account.objects.get(pk=ewa.account.pk).state == AccountState.ACTIVE


def test_the_mail_says_the_day_in_her_language(smtp, clock):
    ewa = cast.ewa()
    request_erasure(by=ewa.actor, account=ewa.account)
    run_due()
    mail = smtp.to("ewa@example.org")[-1]
    assert mail["Subject"] == "Your account will be erased"
    assert "on 19 October." in mail.get_body(("plain",)).get_content()


def test_three_years_of_silence_end_with_an_announcement(clock):
    """J4: idempotent, and a sign-in in between stops it."""
    ewa, ana = cast.ewa(), cast.ana()
    clock.passes(days=36 * 365 // 12 - 1)
    assert ewa.account not in accounts_long_unused()
    sign_in(by=VISITOR, email="ana@example.org", password=cast.PASSWORD)
    clock.passes(days=2)
    for _ in range(2):
        KINDS["accounts.announce"].run({})
    assert ErasureRequest.objects.filter(account=ewa.account).count() == 1
    assert not ErasureRequest.objects.filter(account=ana.account).exists()
    clock.passes(days=14)
    KINDS["accounts.erase"].run({})
    assert Account.objects.get(pk=ewa.account.pk).state == AccountState.ERASED
    assert Account.objects.get(pk=ana.account.pk).state == AccountState.ACTIVE
    assert announce_erasure(by=SYSTEM, account=ana.account).account == ana.account


@pytest.fixture
def ledger_file(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "erasures.jsonl"


def test_the_ledger_survives_a_restore(ledger_file):
    """J9: after the commit a line without any name; replayed, it erases whom the backup revived."""
    wanda = marked("Wanda", CANARY)
    erase_account(by=SYSTEM, account=wanda.account)
    assert not ledger_file.exists()
    run_due()
    run_due()
    (line,) = ledger_file.read_text().splitlines()
    assert json.loads(line)["ref"] == wanda.account.ref
    assert CANARY not in line

    with free_writing():  # the backup of yesterday
        Account.objects.filter(pk=wanda.account.pk).update(
            state=AccountState.ACTIVE, name=f"{CANARY}-back", email="wanda@example.org"
        )
    call_command("replay_erasures")
    assert found(CANARY) == []
    assert Account.objects.get(pk=wanda.account.pk).state == AccountState.ERASED


def test_a_half_written_line_does_not_stop_the_replay(ledger_file):
    ewa = cast.ewa()
    ledger_file.write_text(
        json.dumps({"kind": "educator", "ref": ewa.account.ref, "at": "x"}) + '\n{"kind": "edu'
    )
    call_command("replay_erasures")
    assert Account.objects.get(pk=ewa.account.pk).state == AccountState.ERASED


def test_old_links_are_forgotten(clock):
    begin_registration(
        by=VISITOR, email="nova@example.org", name="Nova", country="PL", language="en"
    )
    clock.passes(days=29)
    KINDS["accounts.forget"].run({})
    assert "accounts_mailedlink.name" in found("Nova")
    clock.passes(days=2)
    KINDS["accounts.forget"].run({})
    assert "accounts_mailedlink.name" not in found("Nova")
