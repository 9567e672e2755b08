"""The programme, its support organisations, officers, the centre and the operator."""

import datetime as dt

from django.conf import settings

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoOfficer, SupportOffice
from opentwinning.core.actor import SYSTEM, VISITOR, Role
from opentwinning.core.clock import now, today
from opentwinning.people.accounts.actions import create_account, grant_capacity
from opentwinning.people.identity.actions import set_factor_rule
from opentwinning.people.identity.queries import factor_rules
from opentwinning.people.safeguarding.actions import agree_to_conduct
from opentwinning.people.support.actions import (
    add_region,
    appoint_officer,
    describe_programme,
    import_holidays,
    save_support_organisation,
    save_validation_rules,
)
from opentwinning.people.support.queries.holiday_file import FoundHoliday
from opentwinning.people.support.vocabulary import (
    ANSWER_DAYS,
    REMIND_DAYS,
    VALIDATION_MONTHS,
    HolidayKind,
)

FOUNDED = -640
HOLIDAYS = -30  # the day on which offices wrote down the public holidays
REGIONS = -10  # since then regional officers answer first, where there are some
AGREED = -90  # the day by which whoever had come had agreed to the code of conduct


def plan(world: World, timeline: Timeline) -> None:
    """The programme begins: offices first, then the people in them."""
    timeline.add(FOUNDED, 9, describe)
    timeline.add(-1, 1, pause_second_steps)
    for office in reader.programme().offices.values():
        timeline.add(FOUNDED, 10, open_office, office)
        timeline.add(HOLIDAYS, 10, write_holidays, office)
        if office.region_days:
            timeline.add(REGIONS, 10, ask_regions, office)
    people = reader.people()
    for officer in people.operators.values():
        timeline.add(FOUNDED, 8, appoint, world, officer, Role.OPERATOR)
    for officer in people.central_officers.values():
        timeline.add(FOUNDED, 9, appoint, world, officer)
    for officer in people.officers.values():
        timeline.add(FOUNDED, 11, appoint, world, officer)
    for key in (*people.operators, *people.central_officers, *people.officers):
        timeline.add(AGREED, 9, agree, world, key)


def describe() -> None:
    """Name and calendar of the programme."""
    programme = reader.programme()
    month, day = programme.school_year_starts.split("-")
    describe_programme(
        by=SYSTEM,
        name=programme.name,
        tagline=programme.motto["en"],
        owner=programme.central_office.name,
        contact_email=programme.central_office.mail,
        school_year_starts_month=int(month),
        school_year_starts_day=int(day),
    )


def pause_second_steps() -> None:
    """Visitors try an officer's desk without a telephone: the rule rests for a year, and the page
    of rules says so (A13)."""
    for rule in factor_rules():
        if rule.is_required:
            set_factor_rule(
                by=SYSTEM,
                role=rule.role,
                is_required=True,
                grace_days=rule.grace_days,
                paused_until=now() + dt.timedelta(days=365),
                reason="demonstration",
            )


def open_office(office: SupportOffice) -> None:
    """The support organisation of one country, with its regions."""
    own = office.languages[0]
    save_support_organisation(
        by=SYSTEM,
        country=office.country,
        name=office.name,
        name_en=office.english_name,
        language=interface_language([own]),
        time_zone=office.time_zone,
        email=office.mail,
        postal_address=office.postal_address.replace(", ", "\n"),
        website=f"https://{office.country.lower()}.bridges.example.org",
        ambassadors=_ambassadors(office.country),
        hours=office.hours.get(own, office.hours["en"]),
        usual_days=office.waiting_days["validation"],
    )
    for code, name in office.regions.items():
        add_region(by=SYSTEM, country=office.country, code=code, name=name)


def ask_regions(office: SupportOffice) -> None:
    """Officers of its regions answer first from this day on."""
    save_validation_rules(
        by=SYSTEM, country=office.country, from_day=today(), asks_region=True,
        region_days=office.region_days, asks_school=False, answer_days=ANSWER_DAYS,
        months=VALIDATION_MONTHS, remind_days=REMIND_DAYS,
    )  # fmt: skip


def write_holidays(office: SupportOffice) -> None:
    """Its public holidays of last year and the next two."""
    days = [
        dt.date(today().year + years, *map(int, day.split("-")))
        for years in (-1, 0, 1, 2)
        for day in office.holidays
    ]
    import_holidays(
        by=SYSTEM,
        country=office.country,
        found=[
            FoundHoliday(day, day, "", HolidayKind.PUBLIC, office.holidays[f"{day:%m-%d}"])
            for day in days
        ],
    )


def _ambassadors(country: str) -> str:
    people = reader.people().educators.values()
    named = [each for each in people if each.country == country and "ambassador" in each.roles]
    return "\n".join(
        f"{each.name}, {reader.schools()[each.school].place}: {each.mail}" for each in named
    )


def appoint(world: World, officer: DemoOfficer, role: Role | None = None) -> None:
    """An account with a mandate for a country or the centre, or as operator."""
    office = reader.programme().offices.get(officer.country)
    account = create_account(
        by=VISITOR,
        email=officer.mail,
        name=officer.name,
        password=world.password,
        language=interface_language(office.languages if office else ["en"]),
        time_zone=office.time_zone if office else "Europe/Brussels",
    )
    world.accounts[officer.key] = account
    if role is None:
        appoint_officer(
            by=SYSTEM, account=account, country=officer.country, regions=" ".join(officer.regions)
        )
    else:
        grant_capacity(by=SYSTEM, account=account, role=role)


def agree(world: World, key: str) -> None:
    """To the code of conduct; newcomers are asked when they sign in (X-130)."""
    agree_to_conduct(by=world.actor(key))


def interface_language(spoken: list[str]) -> str:
    """The first spoken language in which the product speaks, else English."""
    ours = {code for code, _ in settings.LANGUAGES}
    return next((code for code in spoken if code in ours), "en")
