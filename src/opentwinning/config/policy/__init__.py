"""The permission table: what each address must answer to each role, stated apart from the code.

One YAML file per app beside this module. The code decides in ``policies.py``; this table says what
must come out; ``tests/matrix`` compares the two (double entry). Format, per address::

    projects:edit:
      methods: [GET, POST]
      args: {ref: project}      # which object of the test world fills the address
      allow:                    # scope -> roles that get in; all others are refused
        own: [PM, PF]
        other: []
      refusal: 404              # what a signed-in person gets who is refused (404 or 403)

Scopes: ``any`` (no object), ``own`` (PU PA PM PF: their own project; NS: her own country),
``other`` (another project), ``archived`` (own, closed). Roles: VI visitor, PU pupil, PA pupil
admin, EX educator not validated, ED validated educator outside, PM member, PF founder,
AM ambassador, NS national officer of a country concerned, NX of another country, CS central,
OP operator. ``ALL`` stands for everybody. Visitors who are refused are sent to sign in.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

ROLES = ("VI", "PU", "PA", "EX", "ED", "PM", "PF", "AM", "NS", "NX", "CS", "OP")


@dataclass(frozen=True, slots=True)
class Row:
    """One address of the table."""

    name: str
    methods: tuple[str, ...]
    args: dict[str, str]
    allow: dict[str, frozenset[str]]
    refusal: int = 404
    # POST fields needed to get past the form, when a refusal comes after it.
    body: dict[str, str] = field(default_factory=dict)
    # Query string for GET.
    query: str = ""


@cache
def rows() -> dict[str, Row]:
    """The whole table by address name."""
    table: dict[str, Row] = {}
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        for name, spec in (yaml.safe_load(path.read_text("utf-8")) or {}).items():
            if name in table:
                raise ValueError(f"{name} stands twice in the permission table")
            table[name] = _row(name, spec)
    return table


def _row(name: str, spec: dict[str, object]) -> Row:
    allow = spec["allow"]
    if not isinstance(allow, dict):
        raise TypeError(f"{name}: allow maps scopes to roles")
    return Row(
        name=name,
        methods=tuple(spec.get("methods", ["GET"])),  # type: ignore[arg-type]  # from YAML
        args=dict(spec.get("args", {})),  # type: ignore[call-overload]  # from YAML
        allow={scope: _roles(name, roles) for scope, roles in allow.items()},
        refusal=int(spec.get("refusal", 404)),  # type: ignore[call-overload]  # from YAML
        body=dict(spec.get("body", {})),  # type: ignore[call-overload]  # from YAML
        query=str(spec.get("query", "")),
    )


def _roles(name: str, roles: list[str] | str) -> frozenset[str]:
    if roles in ("ALL", ["ALL"]):
        return frozenset(ROLES)
    unknown = set(roles) - set(ROLES)
    if unknown:
        raise ValueError(f"{name}: unknown roles {sorted(unknown)}")
    return frozenset(roles)
