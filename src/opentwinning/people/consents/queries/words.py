"""A row of the register as the screen says it: one word when all media share an answer."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from opentwinning.core.components.state_tag import Tone
from opentwinning.people.consents.models import Consent, Wording
from opentwinning.people.consents.queries.register import Answer, Line, history_of
from opentwinning.people.consents.vocabulary import (
    MEDIUM_LABELS,
    PURPOSE_LABELS,
    STATE_LABELS,
    ConsentState,
    Ending,
    Medium,
    Purpose,
)
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.vocabulary import PupilState

TONES: dict[ConsentState, Tone] = {
    ConsentState.UNKNOWN: "neutral",
    ConsentState.GIVEN: "success",
    ConsentState.REFUSED: "info",
    ConsentState.EXPIRED: "warning",
    ConsentState.WITHDRAWN: "danger",
}
SIGNS = {ConsentState.REFUSED: "circle-x"}


@dataclass(frozen=True, slots=True)
class Light:
    """A state with its word; never colour alone."""

    label: str
    tone: Tone
    icon: str


@dataclass(frozen=True, slots=True)
class ShownCell:
    """The answers for one purpose."""

    purpose: Purpose
    head: str
    lights: list[Light]
    until: dt.date | None  # the first last day, None when nothing counts
    ends_soon: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A pupil and her cells."""

    pupil: Pupil
    cells: list[ShownCell]
    has_left: bool
    must_be_asked: bool
    may_withdraw: bool


def shown(line: Line) -> ShownLine:
    """The row in words."""
    return ShownLine(
        pupil=line.pupil,
        cells=[_cell(purpose, answers) for purpose, answers in line.columns],
        has_left=line.pupil.state != PupilState.ACTIVE,
        must_be_asked=line.must_be_asked,
        may_withdraw=line.may_withdraw,
    )


def _cell(purpose: Purpose, answers: list[Answer]) -> ShownCell:
    states = {answer.state for answer in answers}
    given = [answer for answer in answers if answer.state == ConsentState.GIVEN]
    days = [answer.until for answer in given if answer.until is not None]
    if len(states) == 1:
        lights = [_light(answers[0].state, str(STATE_LABELS[answers[0].state]))]
    else:
        lights = [
            _light(each.state, f"{MEDIUM_LABELS[each.medium]}: {STATE_LABELS[each.state]}")
            for each in answers
        ]
    return ShownCell(
        purpose=purpose,
        head=str(PURPOSE_LABELS[purpose]),
        lights=lights,
        until=min(days, default=None),
        ends_soon=any(answer.ends_soon for answer in given),
        may_withdraw=bool(given),
    )


def _light(state: ConsentState, label: str) -> Light:
    return Light(label, TONES[state], SIGNS.get(state, ""))


@dataclass(frozen=True, slots=True)
class Paper:
    """What one form said: answers by purpose, each a medium and a word."""

    at: dt.datetime
    kept_where: str
    wording: Wording
    purposes: list[tuple[str, list[tuple[str, str]]]]
    withdrawn_at: dt.datetime | None


def papers_of(pupil: Pupil) -> list[Paper]:
    """Every form that was ever recorded, the newest first; one query."""
    papers = []
    for at, rows in groupby(history_of(pupil), key=lambda row: row.recorded_at):
        boxes = sorted(rows, key=lambda row: row.pk)
        ended = [row.ended_at for row in boxes if row.ending == Ending.WITHDRAWN and row.ended_at]
        papers.append(
            Paper(
                at=at,
                kept_where=boxes[0].kept_where,
                wording=boxes[0].wording,
                purposes=[
                    (
                        str(label),
                        [
                            (str(MEDIUM_LABELS[Medium(row.medium)]), str(STATE_LABELS[_said(row)]))
                            for row in boxes
                            if row.purpose == purpose
                        ],
                    )
                    for purpose, label in PURPOSE_LABELS.items()
                ],
                withdrawn_at=max(ended, default=None),
            )
        )
    return papers


def _said(row: Consent) -> ConsentState:
    return ConsentState.GIVEN if row.is_given else ConsentState.REFUSED
