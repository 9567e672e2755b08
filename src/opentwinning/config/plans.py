"""How many plans a connection to PostgreSQL keeps (``environment.database`` turns preparing on)."""

from typing import Any

from django.db.backends.signals import connection_created

PLANS = (
    400  # pages ask a few hundred different questions; psycopg's own 100 drives the hot ones out
)


def keep() -> None:
    """Give every new connection room for the questions of the whole house."""
    connection_created.connect(_make_room, dispatch_uid="plans")


def _make_room(connection: Any, **_: Any) -> None:
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = PLANS
