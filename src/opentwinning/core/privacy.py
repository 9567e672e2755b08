"""Every personal field declares itself (J1); export and erasure walk the declarations (J2, J3).

A declaration names the subject's kind, how to find her rows, what each field is for, how long it is
kept, and what erasure does. Start-up fails when a field of any of our models is undeclared.
"""

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
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
    subject: Subject | None = None
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
    # With KEEP: why the row may stay although the person is gone.
    because: str = ""

    @property
    def what(self) -> str:
        """The table's readable name."""
        return str(self.model._meta.verbose_name)


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that points at a person beside the rows declared as hers, and what becomes of it."""

    model: type[models.Model]
    field: str
    after: str


_declarations: list[Declaration] = []
_references: list[Reference] = []


def declare(declaration: Declaration) -> None:
    """Add one declaration; an app does so in ``wiring/privacy.py``."""
    _declarations.append(declaration)


def declare_shared(declaration: Declaration, paths: Mapping[Subject, str]) -> None:
    """The same for several kinds of subject; a path leads from a row to its subject's key."""
    for subject, path in paths.items():
        declare(replace(declaration, subject=subject, rows=partial(_at, path)))


def _at(path: str, key: int) -> Q:
    return Q(**{path: key})


def not_personal(*declared: type[models.Model]) -> None:
    """These tables hold nothing about a person."""
    for model in declared:
        names = tuple(f.name for f in model._meta.concrete_fields)
        _declarations.append(Declaration(model=model, plain=names))


def points_at_person(model: type[models.Model], field: str, *, after: str) -> None:
    """A reference that no declaration's rows follow; ``after`` says what erasure leaves of it."""
    _references.append(Reference(model, field, after))


def unanswered_references(people: Iterable[type[models.Model]]) -> list[str]:
    """``app.Model.field`` of each field that points at one of ``people`` (or keeps the number of an
    account) without an answer to what becomes of it when the person is erased (J3)."""
    answered = {(r.model, r.field) for r in _references if r.after}
    for d in _about(Subject.EDUCATOR):
        if d.rows is not None and (d.on_erasure is not OnErasure.KEEP or d.because):
            answered |= {(d.model, name) for name in _fields_in(d.rows(0))}
    return sorted(
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.concrete_fields
        if _points(field, tuple(people)) and (model, field.name) not in answered
    )


def _points(field: "models.Field[Any, Any]", people: tuple[type[models.Model], ...]) -> bool:
    target = field.related_model
    return target in people or field.name.endswith("account_id")


def _fields_in(rows: Q) -> set[str]:
    """Names of the fields that a condition begins with."""
    names: set[str] = set()
    for child in rows.children:
        if isinstance(child, Q):
            names |= _fields_in(child)
        elif isinstance(child, tuple):
            first = str(child[0]).partition("__")[0]
            names |= {first, first.removesuffix("_id")}
    return names


def undeclared() -> list[str]:
    """``app.Model.field`` of each field without a declaration, and declared names that are gone."""
    known: dict[type[models.Model], set[str]] = {}
    for d in _declarations:
        known.setdefault(d.model, set()).update(d.personal, d.plain)
    problems = []
    for model in our_models():
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
        if listed := [{name: _plainly(value) for name, value in row.items()} for row in rows]:
            found.setdefault(d.model._meta.label_lower, []).extend(listed)
    return found


def _plainly(value: Any) -> str:
    """As text; bytes as an address that a browser opens."""
    if isinstance(value, bytes | memoryview):
        return f"data:;base64,{base64.b64encode(value).decode()}" if value else ""
    return str(value)


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


def our_models() -> list[type[models.Model]]:
    """Every table of the house, in the order of the floors."""
    return [m for m in apps.get_models() if m.__module__.startswith("opentwinning.")]
