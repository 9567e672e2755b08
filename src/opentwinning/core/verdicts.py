"""Answers of policies: allowed or not, with a reason a person can read."""

from dataclasses import dataclass

from django.utils.functional import Promise

type Text = str | Promise


@dataclass(frozen=True, slots=True)
class Verdict:
    """``allowed``; ``reason`` for who is refused; ``secret`` when existence itself is secret."""

    allowed: bool
    reason: Text = ""
    secret: bool = False

    def __bool__(self) -> bool:
        return self.allowed


class Refused(Exception):
    """An action or door refused; middleware turns it into 403 with the reason, or 404 (B3)."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict.reason))
        self.verdict = verdict


class Invalid(Exception):
    """Input that cannot be accepted; ``field`` names the form field, "" the whole form."""

    def __init__(self, message: Text, field: str = "") -> None:
        super().__init__(str(message))
        self.message = message
        self.field = field


class Conflict(Exception):
    """Somebody else saved a newer version; nothing was written (G7)."""

    def __init__(self, current: object) -> None:
        super().__init__("newer version exists")
        self.current = current


def granted() -> Verdict:
    return Verdict(allowed=True)


def refused(reason: Text) -> Verdict:
    """No, and the person may know why."""
    return Verdict(allowed=False, reason=reason)


def hidden() -> Verdict:
    """No, and the person must not learn that the thing exists: answered like an absent page."""
    return Verdict(allowed=False, secret=True)


def deny_unless(verdict: Verdict) -> None:
    """Raise ``Refused`` unless the policy said yes."""
    if not verdict.allowed:
        raise Refused(verdict)
