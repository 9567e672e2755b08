"""The line to a provider: one careful request, and patience with one that does not answer."""

import hashlib
from collections.abc import Mapping
from typing import Literal

from django.core.cache import cache

from opentwinning.core.outgoing import NoAnswer, Reply, ask
from opentwinning.people.external.vocabulary import Spec

LEFT_ALONE_FOR = 30  # seconds


class SignInFailed(Exception):
    """The provider does not vouch for anybody; the text is for the log."""


def asked(
    spec: Spec, address: str, *, headers: Mapping[str, str], body: bytes | None = None
) -> Reply:
    """One request. A provider that does not answer is left alone for half a minute, so that nobody
    else waits for it (E8, X9). Raises ``NoAnswer``."""
    silent = cache_key("silent", spec)
    if cache.get(silent):
        raise NoAnswer("The provider did not answer a moment ago.")
    method: Literal["GET", "POST"] = "POST" if body is not None else "GET"
    try:
        reply = ask(address, method=method, headers=headers, body=body, internal=spec.is_internal)
    except NoAnswer:
        cache.set(silent, "1", LEFT_ALONE_FOR)
        raise
    if reply.status >= 500:
        cache.set(silent, "1", LEFT_ALONE_FOR)
        raise NoAnswer(f"The provider answers {reply.status}.")
    return reply


def cache_key(what: str, spec: Spec) -> str:
    """The issuer, and whether it may lie in our own network, make the key."""
    told = f"{spec.protocol} {spec.issuer} {spec.is_internal}"
    return f"external:{what}:{hashlib.sha256(told.encode()).hexdigest()}"


def forget(spec: Spec) -> None:
    """Ask the provider anew at the next sign-in: its row was changed, or an operator checks it."""
    cache.delete_many([cache_key(what, spec) for what in ("about", "keys", "silent", "new-keys")])
