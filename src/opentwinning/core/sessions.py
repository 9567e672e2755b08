"""Sessions in the database, found by a prepared statement: every page asks for one."""

import datetime as dt

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from opentwinning.core.prepared import prepared


@prepared
def _running(key: str, at: dt.datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=at)


class SessionStore(DatabaseStore):
    """Django's own store; only looking a session up is cheaper."""

    def _get_session_from_db(self) -> Session | None:
        found = _running(self.session_key, timezone.now()) if self.session_key else []
        if not found:
            self._session_key = None  # as Django does: the cookie of no session is not kept
            return None
        return found[0]
