"""Start-up checks: no address without an audience and a row, no undeclared personal field."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core import checks
from django.urls import URLPattern, URLResolver, get_resolver

from opentwinning.config.policy import rows
from opentwinning.core.privacy import undeclared

MIN_SECRET = 40


def addresses() -> Iterator[tuple[str, Any]]:
    """(name, view) of every address of the site: ``app:name``."""
    seen = set()
    for name, view in _walk(get_resolver(), ""):
        if name not in seen:
            seen.add(name)
            yield name, view


def _walk(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, inner)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", entry.callback


@checks.register("policy")
def every_address_has_a_row(**_: Any) -> list[checks.CheckMessage]:
    """B1: deny by default. A view without ``@open_to`` or a policy row stops the start."""
    table = rows()
    problems: list[checks.CheckMessage] = []
    names = set()
    for name, view in addresses():
        names.add(name)
        if not hasattr(view, "audiences"):
            problems.append(checks.Error(f"{name}: view without @open_to", id="house.B1"))
        elif name not in table:
            problems.append(checks.Error(f"{name}: no row in config/policy/", id="house.B1"))
        elif set(table[name].methods) != set(view.methods):
            problems.append(checks.Error(f"{name}: methods differ from its row", id="house.B1"))
    problems += [
        checks.Error(f"{name}: a policy row without an address", id="house.B1")
        for name in table
        if name not in names
    ]
    return problems


@checks.register("privacy")
def every_field_is_declared(**_: Any) -> list[checks.CheckMessage]:
    """J1: start-up fails when a field has no privacy declaration."""
    return [checks.Error(problem, id="house.J1") for problem in undeclared()]


@checks.register(deploy=True)
def fit_for_production(**_: Any) -> list[checks.CheckMessage]:
    """I1: each mistake an operator can make is named and stops a production start."""
    env = settings.ENVIRONMENT
    mistakes = [
        (len(settings.SECRET_KEY) < MIN_SECRET, "OT_SECRET_KEY needs 40 characters or more."),
        ("development-only" in settings.SECRET_KEY, "OT_SECRET_KEY is the development key."),
        (not settings.ALLOWED_HOSTS, "OT_HOSTS is empty: name the hosts this site answers."),
        ("*" in settings.ALLOWED_HOSTS, "OT_HOSTS must not be *: it would believe any host."),
        (not env.address.startswith("https://"), "OT_ADDRESS must begin with https://."),
        (settings.DEBUG, "DEBUG is on."),
        (not env.mail_url.startswith("smtp://"), "OT_MAIL_URL must name an SMTP server."),
        ("example." in env.mail_from, "OT_MAIL_FROM is an example address."),
        (not settings.PRODUCTION, "OT_MODE is not production."),
    ]
    return [checks.Error(text, id="house.I1") for wrong, text in mistakes if wrong]


def refuse_mistakes() -> None:
    """Run our checks at start; production also runs Django's deployment checks (I1)."""
    tags = ["policy", "privacy"]
    found = [m for m in checks.run_checks(tags=tags) if m.is_serious()]
    if settings.PRODUCTION:
        found += [
            m
            for m in checks.run_checks(include_deployment_checks=True)
            if m.is_serious() or (m.id or "").startswith("security.")
        ]
    if found:
        raise SystemExit("The house does not open:\n" + "\n".join(f"- {m.msg}" for m in found))
