"""Two rows of one person become one (M-11): what refers to the one is given to the other.

Whatever refers to a person is given to the row that stays; nobody has to declare that. Only where
a table may hold one row a person (a unique constraint that names her) both may have one, and the
table's app says in ``wiring/joining.py`` which rule settles it: ``merges``, ``drops`` or
``refuses``. ``settles`` is for a table whose constraint hides the person. A merged row is joined in
turn, so that nothing is lost that refers to it. A guard refuses a constraint without a rule.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import Q, UniqueConstraint

from opentwinning.core.permits import permit
from opentwinning.core.privacy import our_models

type Model = type[models.Model]
type Carry = Callable[[Any, Any], Mapping[str, Any]]
type Settle = Callable[[int, int], None]
type Check = Callable[[int, int], bool]


class Rule(StrEnum):
    """What happens where both have a row and one is allowed."""

    MERGES = "merges"  # the kept one stays with the better state; what refers to the other follows
    SHADOWS = "shadows"  # the same, and the other row stays empty so that its address leads on
    DROPS = "drops"  # the kept one stays as it is, the other goes
    REFUSES = "refuses"  # the two cannot be joined before one of the rows has ended


@dataclass(frozen=True, slots=True)
class _Answer:
    rule: Rule
    carry: Carry | None = None
    reason: Any = ""  # with REFUSES: a sentence for the person, translated when shown


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both have a row, and one is allowed."""

    kept: models.Model
    gone: models.Model
    answer: _Answer


_answers: dict[Model, _Answer] = {}
_settled: dict[Model, Settle] = {}
_forbidden: list[tuple[Model, Check, Any]] = []


class Unanswered(TypeError):
    """Both people have a row of a table that has no rule: a bug in our own code."""


class CannotJoin(Exception):
    """A table refuses; ``reasons`` are sentences for the person."""

    def __init__(self, reasons: list[Any]) -> None:
        super().__init__("; ".join(str(reason) for reason in reasons))
        self.reasons = reasons


def merges(model: Model, carry: Carry | None = None, *, leaves_shadow: bool = False) -> None:
    """The kept row stays. ``carry(kept, gone)`` gives the values in which the other was better."""
    _answers[model] = _Answer(Rule.SHADOWS if leaves_shadow else Rule.MERGES, carry)


def drops(*dropped: Model) -> None:
    """The other's row says nothing that the kept one does not say, or is of no use to anybody."""
    _answers.update({model: _Answer(Rule.DROPS) for model in dropped})


def refuses(model: Model, *, reason: Any) -> None:
    """Having both at once has a meaning that no rule may decide; she ends one first."""
    _answers[model] = _Answer(Rule.REFUSES, reason=reason)


def settles(model: Model, settle: Settle) -> None:
    """``settle(kept, gone)`` runs before the rows of the table are given."""
    _settled[model] = settle


def forbids(target: Model, check: Check, *, reason: Any) -> None:
    """The two rows of ``target`` cannot be joined while ``check(kept, gone)`` is true."""
    _forbidden.append((target, check, reason))


def obstacles(target: Model, kept: int, gone: int) -> list[Any]:
    """Sentences that say why the two cannot be joined now; empty when they can."""
    found = [reason for model, check, reason in _forbidden if model is target and check(kept, gone)]
    for conflict in conflicts(target, kept, gone):
        if conflict.answer.rule is Rule.REFUSES:
            found.append(conflict.answer.reason)
        elif conflict.answer.rule in (Rule.MERGES, Rule.SHADOWS):
            found += obstacles(type(conflict.kept), conflict.kept.pk, conflict.gone.pk)
    return list(dict.fromkeys(found))


def conflicts(target: Model, kept: int, gone: int) -> Iterator[Conflict]:
    """Pairs of rows that cannot both be the kept one's."""
    for model in our_models():
        for field in pointing(model, target):
            for names, condition in constraints_with(model, field):
                yield from _clashes(model, field, (names, condition), (kept, gone))


def join(target: Model, kept: int, gone: int) -> dict[str, int]:
    """Give everything that refers to row ``gone`` of ``target`` to row ``kept``; returns rows given
    by table. Called by an action only, which holds both rows locked.

    Each table is written under its own app's permit: the rule is that app's word.

    Raises:
        CannotJoin: a table refuses; nothing was written.

    """
    if reasons := obstacles(target, kept, gone):
        raise CannotJoin(reasons)
    given: dict[str, int] = {}
    _join(target, kept, gone, given)
    return given


def _join(target: Model, kept: int, gone: int, given: dict[str, int]) -> None:
    for model in our_models():
        fields = pointing(model, target)
        if fields and (settle := _settled.get(model)):
            with permit(model._meta.app_label):
                settle(kept, gone)
        for field in fields:
            stays = _resolve(model, field, (kept, gone), given)
            rows = model._default_manager.filter(**{field: gone}).exclude(pk__in=stays)
            with permit(model._meta.app_label):
                count = rows.update(**{field: kept})
            if count:
                label = model._meta.label_lower
                given[label] = given.get(label, 0) + count


def _resolve(model: Model, field: str, pair: tuple[int, int], given: dict[str, int]) -> list[int]:
    """Settle the clashes of one field; returns the keys of rows that stay where they are."""
    stays = []
    for constraint in constraints_with(model, field):
        for clash in _clashes(model, field, constraint, pair):
            if clash.answer.rule in (Rule.MERGES, Rule.SHADOWS):
                _join(model, clash.kept.pk, clash.gone.pk, given)
            with permit(model._meta.app_label):
                changes = (
                    dict(clash.answer.carry(clash.kept, clash.gone)) if clash.answer.carry else {}
                )
                if clash.answer.rule is Rule.SHADOWS:
                    stays.append(clash.gone.pk)
                else:
                    clash.gone.delete()
                if changes:
                    model._default_manager.filter(pk=clash.kept.pk).update(**changes)
    return stays


def _clashes(
    model: Model,
    field: str,
    constraint: tuple[tuple[str, ...], Q | None],
    pair: tuple[int, int],
) -> list[Conflict]:
    names, condition = constraint
    others = [name for name in names if name != field]
    rows = model._default_manager.filter(condition or Q(), **{f"{field}__in": pair})
    kept: dict[tuple[Any, ...], models.Model] = {}
    gone: dict[tuple[Any, ...], models.Model] = {}
    attribute = model._meta.get_field(field).attname  # type: ignore[union-attr]  # a column
    for row in rows.order_by("pk"):
        at = tuple(getattr(row, _column(model, name)) for name in others)
        if None not in at:
            (kept if getattr(row, attribute) == pair[0] else gone)[at] = row
    return [Conflict(kept[at], gone[at], _answer(model)) for at in gone if at in kept]


def _column(model: Model, name: str) -> str:
    return str(model._meta.get_field(name).attname)  # type: ignore[union-attr]  # a column


def _answer(model: Model) -> _Answer:
    if model not in _answers:
        raise Unanswered(model._meta.label)
    return _answers[model]


def pointing(model: Model, target: Model) -> list[str]:
    """Names of the fields that refer to ``target``, by key or by number alone."""
    number = f"{target._meta.model_name}_id"
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.related_model is target
        or (field.related_model is None and field.name.endswith(number))
    ]


def constraints_with(model: Model, field: str) -> list[tuple[tuple[str, ...], Q | None]]:
    """What must be unique and names the field: field names and the condition."""
    found: list[tuple[tuple[str, ...], Q | None]] = []
    if model._meta.get_field(field).unique:  # type: ignore[union-attr]  # a column
        found.append(((field,), None))
    found += [
        (tuple(each.fields), each.condition)
        for each in model._meta.constraints
        if isinstance(each, UniqueConstraint) and field in each.fields
    ]
    return found


def unanswered(target: Model) -> list[str]:
    """``app.Model`` of each table that allows one row a person and has no rule, in all the tables
    that a join of ``target`` reaches; and of each dropped table that others refer to."""
    problems: set[str] = set()
    reached = [target]
    for place in reached:
        for model in our_models():
            fields = pointing(model, place)
            if not any(constraints_with(model, field) for field in fields):
                continue
            answer = _answers.get(model)
            if answer is None:
                problems.add(f"{model._meta.label} has no rule")
            elif answer.rule is Rule.DROPS and any(pointing(m, model) for m in our_models()):
                problems.add(f"{model._meta.label} is dropped with what refers to it")
            elif answer.rule in (Rule.MERGES, Rule.SHADOWS) and model not in reached:
                reached.append(model)
    return sorted(problems)
