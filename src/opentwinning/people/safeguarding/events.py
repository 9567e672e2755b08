"""Facts about reports and decisions. The kind's ``Hiding`` carries out the first two."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemWithheld:
    """Nobody but its author may see the thing now; a second time with new words does no harm."""

    kind: str
    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemGivenBack:
    """The thing stands again as it stood before it was withheld."""

    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class CaseAlert:
    """Somebody must look. ``account_ids`` are told; ``is_grave``: at once, whatever they chose."""

    case_ref: str
    title: str
    account_ids: list[int]
    is_grave: bool
    is_raised: bool


@dataclass(frozen=True, slots=True)
class CaseDecided:
    """``account_ids`` of the adults who reported it."""

    title: str
    account_ids: list[int]


@dataclass(frozen=True, slots=True)
class DecisionStated:
    """Reasons were written to an author: ``account_ids`` of her, or of a pupil's teachers."""

    statement_ref: str
    title: str
    account_ids: list[int]


@dataclass(frozen=True, slots=True)
class DecisionAppealed:
    statement_ref: str
    title: str
    account_ids: list[int]


@dataclass(frozen=True, slots=True)
class AppealAnswered:
    statement_ref: str
    title: str
    account_ids: list[int]
