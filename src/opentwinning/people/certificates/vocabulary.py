"""Kinds of certificates. Higher apps declare theirs in ``wiring/`` with their own wording."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from opentwinning.core.verdicts import Text


@dataclass(frozen=True, slots=True)
class CertificateKind:
    """``title`` stands on top; ``sentence`` between the holder's name and the project's."""

    key: str
    title: Text
    sentence: Text


KINDS: dict[str, CertificateKind] = {}
CODE_LENGTH = 12  # 31 ** 12 is about 2 ** 59 (G3, G12)
WRONG_CODES = 10  # guesses a network may make …
PER = dt.timedelta(minutes=15)  # … in this time


def declare_kind(kind: CertificateKind) -> CertificateKind:
    """Register one kind; a key stands once."""
    if kind.key in KINDS:
        raise ValueError(f"certificate kind {kind.key} declared twice")
    KINDS[kind.key] = kind
    return kind


def spaced(code: str) -> str:
    """As it stands on paper: ABCD-EFGH-JKMN."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def compact(typed: str) -> str:
    """As it is stored, whatever a person typed between the letters."""
    return "".join(c for c in typed.upper() if c.isascii() and c.isalnum())[:CODE_LENGTH]


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that is printed, in words of the holder's language. ``name`` is empty for classes
    and pupils: then a line is left for the pen."""

    language: str
    programme: str
    title: str
    certifies: str
    name: str
    name_label: str
    school: str
    sentence: str
    subject: str
    lines: list[tuple[str, str]]
    issued: str
    office: str
    signature: str
    check_label: str
    check_address: str
    check_shown: str
    code: str
    qr_alt: str

    def as_data(self) -> dict[str, Any]:
        """Plain values for the typesetter."""
        return asdict(self)
