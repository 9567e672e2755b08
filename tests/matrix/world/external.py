"""A provider, an identity of a founder, and a link of a mail that may still be used."""

import re

from opentwinning.core.actor import SYSTEM
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.external.actions import ask_to_join, connect_identity, save_provider
from opentwinning.people.external.vocabulary import Arrival


def furnish(world):
    provider = save_provider(
        by=SYSTEM, slug="school-net", protocol="cas", issuer="http://127.0.0.1:9/cas",
        is_internal=True, labels={"en": "School Net"}, creates_accounts=True,
    )  # fmt: skip
    world.put("any", "provider", provider.ref)
    world.put("any", "provider_slug", provider.slug)
    for scope, person in (("own", world.people["PF"]), ("other", world.other.founder)):
        arrival = Arrival(slug=provider.slug, issuer=provider.issuer, subject=f"p-{scope}")
        connected = connect_identity(by=person.actor, account=person.account, arrival=arrival)
        world.put(scope, "identity", connected.ref)
    stranger = Arrival(slug=provider.slug, issuer=provider.issuer, subject="nobody-yet")
    email = world.people["ED"].account.email
    ask_to_join(by=SYSTEM, arrival=stranger, email=email)
    facts = str(Mail.objects.filter(to_address=email).latest("pk").__dict__)
    world.put("any", "join_secret", re.search(r"/sign-in/join/([\w-]+)", facts)[1])
