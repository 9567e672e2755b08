"""Every personal field declares itself (J1); export and erasure walk the declarations (J2, J3).

A declaration names the subject's kind, how to find her rows, what each field is for, how long it is
kept, and what erasure does. Start-up fails when a field of any of our models is undeclared.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from opentwinning.core.permits import permit


class Subject(StrEnum):
    """Whose data it is."""

    EDUCATOR = "educator"  # key: account id
    PUPIL = "pupil"  # key: pupil id


class OnErasure(StrEnum):
    """What happens to the row when its subject is erased."""

    DELETE = "delete"  # the row goes
    BLANK = "blank"  # the row stays, ``blank`` gives the new values (evidence, others' threads)
    KEEP = "keep"  # law or another person's right keeps it; says why


@dataclass(frozen=True, slots=True)
class Declaration:
    """The privacy declaration of one model for one kind of subject."""

    model: type[models.Model]
    subject: Subject | None
    rows: Callable[[int], Q] | None = None
    purpose: str = ""
    retention: str = ""
    personal: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    on_erasure: OnErasure = OnErasure.KEEP
    blank: Mapping[str, Any] = field(default_factory=dict)
    # Never part of an export: secrets, other people's data in the same row.
    withheld: tuple[str, ...] = ()
    order: int = 100  # erasure goes from low to high

    @property
    def what(self) -> str:
        """The table's readable name."""
        return str(self.model._meta.verbose_name)


_declarations: list[Declaration] = []


def declare(declaration: Declaration) -> None:
    """Add one declaration; an app does so in ``wiring/privacy.py``."""
    _declarations.append(declaration)


def not_personal(*declared: type[models.Model]) -> None:
    """These tables hold nothing about a person."""
    for model in declared:
        names = tuple(f.name for f in model._meta.concrete_fields)
        _declarations.append(Declaration(model=model, subject=None, plain=names))


def undeclared() -> list[str]:
    """``app.Model.field`` of each field without a declaration, and declared names that are gone."""
    known: dict[type[models.Model], set[str]] = {}
    for d in _declarations:
        known.setdefault(d.model, set()).update(d.personal, d.plain)
    problems = []
    for model in _our_models():
        names = {f.name for f in model._meta.concrete_fields if not f.primary_key}
        mentioned = known.get(model, set())
        problems += [f"{model._meta.label}.{n} undeclared" for n in sorted(names - mentioned)]
        gone = mentioned - {f.name for f in model._meta.concrete_fields}
        problems += [f"{model._meta.label}.{n} does not exist" for n in sorted(gone)]
    return problems


def exported(subject: Subject, key: int) -> dict[str, list[dict[str, Any]]]:
    """Everything held about one person, by table: readable names, plain values (J2)."""
    found: dict[str, list[dict[str, Any]]] = {}
    for d in _about(subject):
        names = [n for n in (*d.personal, *d.plain) if n not in d.withheld]
        rows = d.model._default_manager.filter(_rows(d, key)).order_by("pk").values(*names)
        if listed := [{name: str(value) for name, value in row.items()} for row in rows]:
            found.setdefault(d.model._meta.label_lower, []).extend(listed)
    return found


def erase(subject: Subject, key: int) -> dict[str, int]:
    """Erase one person everywhere; returns rows touched by table. Called by an action only.

    Each table is written under its own app's permit: the declaration is that app's word.
    """
    touched: dict[str, int] = {}
    for d in sorted(_about(subject), key=lambda d: d.order):
        rows = d.model._default_manager.filter(_rows(d, key))
        with permit(d.model._meta.app_label):
            if d.on_erasure is OnErasure.DELETE:
                count = rows.delete()[0]
            elif d.on_erasure is OnErasure.BLANK:
                count = rows.update(**{k: v() if callable(v) else v for k, v in d.blank.items()})
            else:
                count = 0
        touched[d.model._meta.label_lower] = touched.get(d.model._meta.label_lower, 0) + count
    return touched


def declarations() -> Iterable[Declaration]:
    """All declarations, for the register of processing."""
    return tuple(_declarations)


def _about(subject: Subject) -> list[Declaration]:
    return [d for d in _declarations if d.subject is subject]


def _rows(declaration: Declaration, key: int) -> Q:
    if declaration.rows is None:
        raise TypeError(f"{declaration.model.__name__} does not say how to find rows")
    return declaration.rows(key)


def _our_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("opentwinning.")]
