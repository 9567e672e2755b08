"""Reasons, levels, measures and limits of reports; and what can be reported."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.places import Place
from opentwinning.core.verdicts import Text
from opentwinning.facilities.limits.vocabulary import Limit


class Level(StrEnum):
    """Who looks at a case now; a missed deadline hands it to the next (H7)."""

    TEACHER = "teacher"  # the teachers of the TwinSpace
    OFFICE = "office"  # the support organisation of the author's country
    CENTRE = "centre"


class CaseState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"


class Measure(StrEnum):
    """What a decision does."""

    NONE = "none"
    WARN = "warn"
    HIDE = "hide"
    SUSPEND = "suspend"
    HIDE_FOR_NOW = "hide_for_now"  # by the house itself, until somebody has looked (H6)


MEASURE_LABELS: dict[Measure, Text] = {
    Measure.NONE: pgettext_lazy("safeguarding", "No action: it may stay"),
    Measure.WARN: pgettext_lazy("safeguarding", "Warn the author"),
    Measure.HIDE: pgettext_lazy("safeguarding", "Hide it"),
    Measure.SUSPEND: pgettext_lazy("safeguarding", "Hide it and suspend the account"),
    Measure.HIDE_FOR_NOW: pgettext_lazy("safeguarding", "Hidden for now"),
}
HIDING = frozenset({Measure.HIDE, Measure.HIDE_FOR_NOW})


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing the code of conduct forbids (X-131). ``simple`` is what pupils read; "" is not
    offered to them. ``is_grave``: told to everybody at once, and hidden at once (H6, H7)."""

    key: str
    label: Text
    simple: Text = ""
    is_grave: bool = False


REASONS: tuple[Reason, ...] = (
    Reason(
        "danger",
        pgettext_lazy("report reason", "A child is in danger"),
        pgettext_lazy("report reason", "Somebody is in danger"),
        is_grave=True,
    ),
    Reason("threat", pgettext_lazy("report reason", "Threats or violence"), is_grave=True),
    Reason(
        "shocking",
        pgettext_lazy("report reason", "Illegal or shocking pictures or texts"),
        pgettext_lazy("report reason", "It scares me"),
        is_grave=True,
    ),
    Reason(
        "bullying",
        pgettext_lazy("report reason", "Bullying"),
        pgettext_lazy("report reason", "Somebody is mean"),
    ),
    Reason("hate", pgettext_lazy("report reason", "Hate against a group of people")),
    Reason(
        "private",
        pgettext_lazy("report reason", "Private data or a picture of somebody"),
        pgettext_lazy("report reason", "It shows a name, face or address"),
    ),
    Reason("identity", pgettext_lazy("report reason", "Somebody uses a false name or role")),
    Reason("spam", pgettext_lazy("report reason", "Mass messages or spam")),
    Reason("selling", pgettext_lazy("report reason", "Advertising or selling")),
    Reason("off_topic", pgettext_lazy("report reason", "It does not belong here")),
    Reason("copyright", pgettext_lazy("report reason", "Copied without permission")),
    Reason(
        "other",
        pgettext_lazy("report reason", "Something else"),
        pgettext_lazy("report reason", "Something else is wrong"),
    ),
)
REASON_LABELS: dict[str, Text] = {reason.key: reason.label for reason in REASONS}
GRAVE = frozenset(reason.key for reason in REASONS if reason.is_grave)


def reasons_for(actor: Actor) -> list[tuple[str, Text]]:
    """What this reader may choose from, in her words."""
    if actor.is_pupil:
        return [(reason.key, reason.simple) for reason in REASONS if reason.simple]
    return [(reason.key, reason.label) for reason in REASONS]


@dataclass(frozen=True, slots=True)
class Reported:
    """A thing as it stands while it is reported: kept as evidence."""

    title: str
    text: str
    language: str
    url: str  # path without language
    country: str  # of its author
    account_id: int | None = None  # its author, an adult
    pupil_id: int | None = None  # or a pupil
    guardians: tuple[int, ...] = ()  # accounts of the teachers who look first; none in the open
    picture: bytes = b""  # a small WebP copy, where a picture is the thing


@dataclass(frozen=True, slots=True)
class Hiding:
    """How an app hides a thing of its kind and gives it back as it stood (H17). Both run inside
    the deciding transaction; a second time, or for a thing that is gone, they do nothing."""

    withhold: Callable[[str, str], None]  # its ref, the reason
    give_back: Callable[[str], None]  # its ref


@dataclass(frozen=True, slots=True)
class Reportable:
    """A kind of thing people write and others see. ``find`` is its door: it judges whether the
    reader sees the thing at all."""

    kind: str
    label: Text
    find: Callable[[Actor, str], Reported]
    hiding: Hiding | None = None  # None: it cannot be taken from its readers

    @property
    def can_hide(self) -> bool:
        return self.hiding is not None


REPORTABLES: Place[Reportable] = Place("reportables")


def reportable(kind: str) -> Reportable | None:
    """The declared kind of this name."""
    return next((each for each in REPORTABLES if each.kind == kind), None)


def is_closed(url: str) -> bool:
    """Where only members of a space or a conversation come in: no link there for an officer, who
    has the evidence."""
    return url.startswith(("/spaces/", "/partners/messages/"))


ACCOUNT = "account"  # kind of a statement about a suspension; the item is the account itself
WAY_SALT = "opentwinning.statement"  # signs the way to a statement for who proved who she is
WAY_LIFE = dt.timedelta(minutes=30)  # to write an objection
ASKS_CONDUCT = "asks_conduct"  # in the session: she has not agreed to the code in force
SHOWN_FROM = 5  # smaller numbers of the yearly figures could point at somebody
TICKED = "conduct"  # in the form of a registration: the day of the code she agrees to
EVIDENCE_LONGEST = 20_000  # letters of a text that are kept
MOST_WATCHED = 500  # words of one language that a teacher should look at
WORDS_LONGEST = 2000
SECRET_BYTES = 24
# G9: enough for somebody who sees many bad things, too few to flood an office.
REPORT_LIMITS = (Limit(10, dt.timedelta(hours=1)), Limit(30, dt.timedelta(days=1)))
VISITOR_LIMITS = (Limit(5, dt.timedelta(hours=1)), Limit(15, dt.timedelta(days=1)))
