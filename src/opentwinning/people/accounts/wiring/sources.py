"""Who is asking, for adults; and where they read their mail."""

from django.http import HttpRequest

from opentwinning.core.actor import Actor
from opentwinning.core.notices import plug_people
from opentwinning.core.places import ACTOR_SOURCES
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, people_behind
from opentwinning.people.accounts.vocabulary import AccountState

plug_people(people_behind)


@ACTOR_SOURCES.add
def adult(request: HttpRequest) -> Actor | None:
    """The account of the session, unless it was suspended or its sessions were ended."""
    account_id = request.session.get("account")
    if account_id is None:
        return None
    account = Account.objects.filter(pk=account_id, state=AccountState.ACTIVE).first()
    if account is None or account.session_epoch != request.session.get("epoch"):
        return None
    return actor_of(account)
