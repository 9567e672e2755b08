"""Who is asking, for adults; and where they read their mail."""

from django.db.models import QuerySet
from django.http import HttpRequest

from opentwinning.core.actor import Actor
from opentwinning.core.notices import plug_people, plug_reader
from opentwinning.core.places import ACTOR_SOURCES
from opentwinning.core.prepared import prepared
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, people_behind
from opentwinning.people.accounts.vocabulary import AccountState

plug_people(people_behind)


@prepared
def _active(account: int) -> QuerySet[Account]:
    return Account.objects.filter(pk=account, state=AccountState.ACTIVE)


@ACTOR_SOURCES.add
def adult(request: HttpRequest) -> Actor | None:
    """The account of the session, unless it was suspended or its sessions were ended."""
    account_id = request.session.get("account")
    if account_id is None:
        return None
    account = next(iter(_active(account_id)), None)
    if account is None or account.session_epoch != request.session.get("epoch"):
        return None
    return actor_of(account)


@plug_reader
def reader(account_id: int) -> Actor | None:
    """The account as it may read now, for mails that leave later than they were written."""
    account = next(iter(_active(account_id)), None)
    return actor_of(account) if account is not None else None
