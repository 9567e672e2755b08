"""Typed shapes of the demo data: what `reader` returns. Plain values, no rows of the database."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

type Translated = dict[str, str]
"""A text by language code."""


@dataclass(frozen=True, kw_only=True)
class SupportOffice:
    """The support organisation of one country of the demo programme."""

    country: str
    name: str
    english_name: str
    postal_address: str
    languages: list[str]
    time_zone: str
    mail: str
    waiting_days: dict[str, int]
    hours: Translated
    consent_age: int
    accepts: list[str]
    holidays: dict[str, str] = field(default_factory=dict)  # public ones of each year: "12-25"
    regions: dict[str, str] = field(default_factory=dict)  # code -> name
    region_days: int = 0  # so long a regional officer may answer first; 0: nobody does


@dataclass(frozen=True, kw_only=True)
class CentralOffice:
    name: str
    mail: str
    languages: list[str]
    time_zone: str
    hours: Translated


@dataclass(frozen=True, kw_only=True)
class LabelRound:
    """Rules of the national label in one country and school year (C-01, X-96 to X-100)."""

    country: str
    school_year: str
    opens_on: date
    closes_on: date
    decided_by: date
    criteria: str
    applications_per_educator: int
    minimum_duration_days: int
    european_projects_only: bool
    apply_until: str
    second_application: str


@dataclass(frozen=True, kw_only=True)
class EuropeanLabelRule:
    """Conditions of the European label while this variant is valid (Q-19, Q-20, C-04)."""

    valid_from: date
    valid_until: date | None
    minimum_national_labels: int
    minimum_countries: int
    minimum_recommendations: int
    minimum_average_points: int | None
    share_of_labels_percent: int | None
    published_in_month: int


@dataclass(frozen=True, kw_only=True)
class SchoolLabelRule:
    """Conditions of the school label in one school year (H-03 to H-05, C-08, C-10)."""

    school_year: str
    registered_years: int
    active_educators: int
    labelled_projects: int
    look_back_years: int
    opens_on: date
    closes_on: date
    valid_years: int


@dataclass(frozen=True, kw_only=True)
class NationalPrize:
    country: str
    name: str
    english_name: str
    since: int
    categories: list[str]
    ceremony_month: int


@dataclass(frozen=True, kw_only=True)
class Programme:
    name: str
    motto: Translated
    description: Translated
    school_year_starts: str
    yearly_theme: dict[str, Translated]
    central_office: CentralOffice
    offices: dict[str, SupportOffice]
    label_rounds: list[LabelRound]
    european_label_rules: list[EuropeanLabelRule]
    school_label_rules: list[SchoolLabelRule]
    national_prizes: list[NationalPrize]


@dataclass(frozen=True, kw_only=True)
class SubCriterion:
    id: str
    name: Translated
    mandatory_minimum: int | None = None


@dataclass(frozen=True, kw_only=True)
class Criterion:
    id: str
    weight: int
    name: Translated
    question: Translated
    sub_criteria: list[SubCriterion]
    levels: list[Translated]


@dataclass(frozen=True, kw_only=True)
class CriteriaSet:
    """Entry questions and criteria of the national label (X-91 to X-94)."""

    id: str
    maximum_points: int
    award_from_points: int
    entry_questions: list[tuple[str, Translated]]
    criteria: list[Criterion]


@dataclass(frozen=True, kw_only=True)
class DemoSchool:
    key: str
    country: str
    name: str
    place: str
    region: str
    kind: str
    latitude: float
    longitude: float
    legal_name: str = ""
    accreditation: str = ""


@dataclass(frozen=True, kw_only=True)
class DemoEducator:
    """An invented educator.

    ``state``: validated, waiting (for validation) or registered (form not finished).
    """

    key: str
    name: str
    country: str
    school: str
    profession: str
    subjects: list[str]
    languages: list[str]
    ages: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    state: str = "validated"
    roles: list[str] = field(default_factory=list)
    experience: str = "none"
    available: list[str] = field(default_factory=lambda: ["projects"])
    about: Translated = field(default_factory=dict)
    ideas: Translated = field(default_factory=dict)

    @property
    def mail(self) -> str:
        """Address under a reserved domain: it reaches nobody."""
        return _address(self.key, f"{self.country.lower()}.schools.example.org")


@dataclass(frozen=True, kw_only=True)
class DemoOfficer:
    """A person of a support organisation, of the central office (no country) or the operator."""

    key: str
    name: str
    country: str = ""
    powers: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)  # codes; answers first there and no more
    note: str = ""

    @property
    def mail(self) -> str:
        """Address under a reserved domain: it reaches nobody."""
        place = self.country.lower() or "central"
        return _address(self.key, f"{place}.bridges.example.org")


@dataclass(frozen=True, kw_only=True)
class DemoPeople:
    educators: dict[str, DemoEducator]
    officers: dict[str, DemoOfficer]
    central_officers: dict[str, DemoOfficer]
    operators: dict[str, DemoOfficer]
    guests: dict[str, DemoOfficer]


@dataclass(frozen=True, kw_only=True)
class DemoClass:
    """A school class: nicknames only, real names never enter the demo either."""

    key: str
    owner: str
    school: str
    name: str
    age: str
    language: str
    pupils: list[str]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A text somebody wrote ``day`` days from now (negative: past), at ``hour`` local time."""

    by: str
    day: int
    text: str
    hour: int = 10
    title: str = ""
    language: str = "en"
    replies: list["Written"] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class PupilPost:
    """A pupil (by nickname) writes: in the diary, waiting until approved, or on the wall."""

    by: str
    day: int
    text: str
    title: str
    hour: int = 9
    language: str = "en"
    approved_by: str = ""
    on_wall: bool = False


@dataclass(frozen=True, kw_only=True)
class DemoPage:
    """A page of a TwinSpace in Markdown. ``audience``: staff, members or public."""

    title: str
    by: str
    day: int
    text: str
    hour: int = 10
    audience: str = "members"
    language: str = "en"
    additions: list[Written] = field(default_factory=list)  # what others wrote below it later


@dataclass(frozen=True, kw_only=True)
class DemoDecision:
    by: str
    decision: str
    day: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DemoLabel:
    """One application for the national label. ``points`` by criterion id, 0 to 5."""

    educator: str
    day: int
    state: str
    points: dict[str, int] = field(default_factory=dict)
    feedback: str = ""
    recommended: bool = False
    answers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DemoProject:
    """A project with everything in its TwinSpace. Days count from now; negative days are past."""

    key: str
    state: str
    title: str
    language: str
    founders: list[str]
    school_year: str
    languages: list[str]
    subjects: list[str]
    ages: list[str]
    topics: list[str]
    tools: list[str]
    pupils: int
    cover: str
    description: str
    aims: str
    process: str
    results: str
    days: dict[str, int]
    partners: list[str] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    multi_year: bool = False
    same_country: bool = False
    classes: list[str] = field(default_factory=list)
    pupil_admins: list[str] = field(default_factory=list)
    decisions: list[DemoDecision] = field(default_factory=list)
    pages: list[DemoPage] = field(default_factory=list)
    diary: list[Written] = field(default_factory=list)
    forum: list[Written] = field(default_factory=list)
    staff_room: list[Written] = field(default_factory=list)
    pupil_posts: list[PupilPost] = field(default_factory=list)
    labels: list[DemoLabel] = field(default_factory=list)
    european_label: int | None = None


@dataclass(frozen=True, kw_only=True)
class DemoCall:
    """A search for partners (X-23). ``start`` and ``duration`` as the networking app names them."""

    key: str
    by: str
    day: int
    title: str
    idea: str
    language: str
    subjects: list[str]
    ages: list[str]
    languages: list[str]
    class_size: int
    start: str
    duration: str
    countries: list[str] = field(default_factory=list)
    tools: list[str] = field(default_factory=list)
    partners_wanted: int = 1
    expires: int = 60
    answers: list[Written] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class DemoConversation:
    """Messages between educators; the first message is written by the first person."""

    between: list[str]
    subject: str
    messages: list[Written]


@dataclass(frozen=True, kw_only=True)
class DemoTimetable:
    """Weekly lessons; a slot is the day (0 is Monday), from, to, and the class. ``shown_to``: who
    learns of those in common."""

    by: str
    zone: str
    shown_to: str
    slots: list[tuple[int, str, str, str]]


@dataclass(frozen=True, kw_only=True)
class Register:
    """How one national register becomes school records. See ``data/registers/mappings.yaml``."""

    key: str
    country: str
    file: str
    encoding: str
    delimiter: str
    as_of: date
    columns: dict[str, str]
    empty_markers: list[str]
    patterns: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    capitals: list[str] = field(default_factory=list)
    small_words: list[str] = field(default_factory=list)
    schools_when: dict[str, Any] = field(default_factory=dict)
    open_when: dict[str, Any] = field(default_factory=dict)

    @property
    def rules(self) -> dict[str, Any]:
        """What the importer calls rules."""
        names = ("patterns", "values", "capitals", "small_words", "schools_when", "open_when")
        return {name: value for name in names if (value := getattr(self, name))}


def _address(key: str, domain: str) -> str:
    return f"{key.replace('_', '.')}@{domain}"
