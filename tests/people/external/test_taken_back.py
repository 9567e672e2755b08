"""What a thief added to open the account goes when its owner takes it back (R-25, A13, A14)."""

import pyotp
import pytest
from django.test import Client

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.models import Address
from opentwinning.people.external.actions import connect_identity, drop_newer_identities
from opentwinning.people.external.models import Identity
from opentwinning.people.external.vocabulary import Arrival
from opentwinning.people.identity.actions import add_authenticator, drop_newer_factors
from opentwinning.people.identity.models import Authenticator, Passkey, RecoveryCode
from opentwinning.people.identity.queries import new_key
from tests import cast

pytestmark = pytest.mark.django_db
THIEF, NEW = "thief@example.org", "otter-tooth-river-9"


def link_to(address):
    return Mail.objects.filter(to_address=address).latest("pk").facts["url"]


def passkey(person, name):
    with free_writing():
        return Passkey.objects.create(
            account=person.account, credential_id=name, public_key="none", name=name
        )


def identity(person, subject):
    arrival = Arrival(slug="net", issuer="https://net.example", subject=subject)
    return connect_identity(by=person.actor, account=person.account, arrival=arrival)


def app(person, clock):
    key = new_key()
    code = pyotp.TOTP(key).at(clock.now())
    add_authenticator(by=person.actor, account=person.account, key=key, code=code)


def stolen(person):
    """Somebody at her open browser made his address the main one; her link to take it back."""
    person.post("/account/addresses", {"email": THIEF})
    person.post(link_to(THIEF))
    own = person.account.email
    ref = Address.objects.get(email=THIEF).ref
    person.post(f"/account/addresses/{ref}/main")
    return link_to(own)


def test_the_thiefs_proofs_go_and_hers_stay(elsewhere, clock):
    elsewhere.row()
    ana = cast.ana()
    passkey(ana, "hers")
    identity(ana, "hers")
    clock.passes(days=5)
    passkey(ana, "before the theft was seen")
    path = stolen(ana)
    passkey(ana, "of the thief")
    identity(ana, "thief")
    app(ana, clock)
    Client().post(path)
    assert [p.name for p in Passkey.objects.filter(account=ana.account)] == ["hers"]
    assert [i.subject for i in Identity.objects.filter(account=ana.account)] == ["hers"]
    assert not Authenticator.objects.filter(account=ana.account).exists()
    assert not RecoveryCode.objects.filter(account=ana.account).exists()


def test_without_older_proofs_the_new_password_is_enough(clock):
    ana = cast.ana()
    path = stolen(ana)
    app(ana, clock)
    client = Client()
    client.post(client.post(path)["Location"], {"password": NEW})
    assert client.get("/account").status_code == 200


def test_an_address_alone_never_opens_an_officers_account(clock):
    """A13: her second proof stays, whenever it was added."""
    petra = cast.petra()
    path = stolen(petra)
    app(petra, clock)
    client = Client()
    answer = client.post(client.post(path)["Location"], {"password": NEW})
    assert answer["Location"].startswith("/sign-in/")
    assert client.get("/account").status_code == 302
    assert Authenticator.objects.filter(account=petra.account).exists()


def test_nobody_drops_proofs_with_a_click(clock):
    ana = cast.ana()
    for act in (drop_newer_factors, drop_newer_identities):
        with pytest.raises(Refused):
            act(by=ana.actor, account=ana.account, since=clock.now())
    assert drop_newer_identities(by=SYSTEM, account=ana.account, since=clock.now()) == 0
