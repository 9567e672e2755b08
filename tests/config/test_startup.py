"""The house refuses to open on a mistake (I1, B1, J1)."""

import os
import subprocess
import sys

import pytest
from django.core import checks
from django.db import connection

from opentwinning.config import checks as house_checks
from opentwinning.config.environment import database, mail, read
from opentwinning.config.plans import PLANS
from opentwinning.config.policy import Row, rows
from tests.guards.house import ROOT

GOOD = {
    "OT_MODE": "production",
    "OT_SECRET_KEY": "a long enough secret key of many different letters 42",
    "OT_HOSTS": "twinning.school.test",
    "OT_ADDRESS": "https://twinning.school.test",
    "OT_MAIL_URL": "smtp://mail.school.test",
    "OT_MAIL_FROM": "no-reply@school.test",
    "OT_TRUSTED_PROXIES": "1",
}
MISTAKES = {
    "a short key": {"OT_SECRET_KEY": "short"},
    "the development key": {"OT_SECRET_KEY": "development-only-" * 4},
    "no hosts": {"OT_HOSTS": ""},
    "any host": {"OT_HOSTS": "*"},
    "a plain address": {"OT_ADDRESS": "http://twinning.school.test"},
    "mail into a folder": {"OT_MAIL_URL": "file:///tmp/mail"},
    "an example sender": {"OT_MAIL_FROM": "no-reply@example.org"},
}


def opens(folder, **changes: str) -> subprocess.CompletedProcess[str]:
    """Start the web process's module as the server does."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("OT_")}
    env.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # of a browser that an earlier test has opened
    env |= GOOD | {"OT_DATA_DIR": str(folder)} | changes
    env["PYTHONPATH"] = str(ROOT / "src")
    return subprocess.run(
        [sys.executable, "-c", "import opentwinning.config.wsgi"],
        env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_a_sound_installation_opens(tmp_path):
    result = opens(tmp_path)
    assert result.returncode == 0, result.stderr[-2000:]


def test_a_mistaken_installation_does_not_open(tmp_path):
    result = opens(tmp_path, OT_HOSTS="*")
    assert result.returncode != 0
    assert "The house does not open" in result.stderr
    assert "OT_HOSTS must not be *" in result.stderr


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_named(mistake, settings):
    env = read(GOOD | MISTAKES[mistake])
    settings.ENVIRONMENT, settings.PRODUCTION = env, True
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = env.secret_key, list(env.hosts)
    assert house_checks.fit_for_production()


def test_nothing_is_named_where_nothing_is_wrong(settings):
    env = read(GOOD)
    settings.ENVIRONMENT, settings.PRODUCTION = env, True
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = env.secret_key, list(env.hosts)
    assert house_checks.fit_for_production() == []


def test_an_address_without_a_row_keeps_it_closed(monkeypatch):
    """B1."""
    table = {k: v for k, v in rows().items() if k != "portal:home"}
    monkeypatch.setattr(house_checks, "rows", lambda: table)
    found = house_checks.every_address_has_a_row()
    assert [m.msg for m in found] == ["portal:home: no row in config/policy/"]


def test_a_row_without_an_address_keeps_it_closed(monkeypatch):
    table = {**rows(), "portal:gone": Row("portal:gone", ("GET",), {}, {"any": frozenset()})}
    monkeypatch.setattr(house_checks, "rows", lambda: table)
    assert [m.level for m in house_checks.every_address_has_a_row()] == [checks.ERROR]


def test_an_undeclared_field_keeps_it_closed(monkeypatch):
    """J1."""
    monkeypatch.setattr(house_checks, "undeclared", lambda: ["educators.Educator.shoe_size"])
    assert house_checks.every_field_is_declared()


def test_sqlite_is_durable_by_default():
    """K1: WAL, FULL, IMMEDIATE, foreign keys."""
    options = database("sqlite:////tmp/x.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert pragma in options["init_command"]


def test_postgresql_prepares_what_is_asked_again_unless_a_pooler_forgets_it():
    options = database("postgres://u:p@db/name?sslmode=require")["OPTIONS"]
    assert options == {
        "sslmode": "require", "server_side_binding": True, "prepare_threshold": 3,
    }  # fmt: skip
    pooled = database("postgres://u:p@db/name?prepare_threshold=off")["OPTIONS"]
    assert pooled["prepare_threshold"] is None


@pytest.mark.django_db
def test_a_connection_keeps_the_plans_of_the_whole_house():
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        assert connection.connection.prepared_max == PLANS


def test_an_unknown_engine_is_named():
    with pytest.raises(ValueError, match="oracle"):
        database("oracle://x")


def test_proxies_are_not_believed_unless_told():
    """I6."""
    assert read({"OT_MODE": "test"}).trusted_proxies == 0
    assert mail("smtp://u:p@host:587?tls=1")
