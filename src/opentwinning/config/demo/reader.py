"""Reads the data of the demo world into typed values. Nothing here touches the database.

    programme()      names, offices, dated rules        criteria_sets()   label criteria by id
    schools()        invented schools by key            people()          educators, officers
    classes()        class lists by key                 projects()        projects in every state
    calls()          searches for partners              conversations()   messages, contacts
    timetables()     weekly lessons
    picture(name)    path of a cover picture

The national registers are read by the module ``registers`` beside this one.

A key that the shape does not know, or a missing one, is an error that names the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from opentwinning.config.demo import (
    activity_shapes,
    calendar_shapes,
    chat_shapes,
    meeting_shapes,
    poll_shapes,
    remark_shapes,
    resource_shapes,
    shapes,
    wall_shapes,
)

FOLDER = Path(__file__).parent / "data"


class DemoDataError(ValueError):
    """The demo data do not fit their shapes."""


def _load(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def _shape[T](kind: type[T], values: Mapping[str, Any], where: str, **nested: object) -> T:
    """A shape from plain values; ``nested`` replaces values that are shapes themselves."""
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    given = {**values, **nested}
    if unknown := given.keys() - known:
        raise DemoDataError(f"{where}: unknown {', '.join(sorted(unknown))}")
    try:
        return kind(**given)
    except TypeError as error:
        raise DemoDataError(f"{where}: {error}") from error


def _by_key[T](kind: type[T], name: str) -> dict[str, T]:
    listed = _load(name)
    return {key: _shape(kind, each, f"{name}: {key}", key=key) for key, each in listed.items()}


def _written(values: Mapping[str, Any], where: str) -> shapes.Written:
    replies = [_written(each, where) for each in values.get("replies", [])]
    return _shape(shapes.Written, values, where, replies=replies)


def _all_written(listed: list[Mapping[str, Any]], where: str) -> list[shapes.Written]:
    return [_written(each, where) for each in listed]


def _list[T](kind: type[T], listed: list[Mapping[str, Any]], where: str) -> list[T]:
    return [_shape(kind, each, where) for each in listed]


@cache
def programme() -> shapes.Programme:
    """The invented programme with its offices and dated rules."""
    name = "programme.yaml"
    data = _load(name)
    offices = {
        code: _shape(shapes.SupportOffice, values, f"{name}: {code}", country=code)
        for code, values in data["countries"].items()
    }
    prizes = [
        _shape(shapes.NationalPrize, values, name, country=code)
        for code, values in data["national_prizes"].items()
    ]
    return shapes.Programme(
        name=data["name"],
        motto=data["motto"],
        description=data["description"],
        school_year_starts=data["school_year_starts"],
        yearly_theme=data["yearly_theme"],
        central_office=_shape(shapes.CentralOffice, data["central_office"], name),
        offices=offices,
        label_rounds=list(_label_rounds(data["label_rounds"], offices)),
        european_label_rules=_list(shapes.EuropeanLabelRule, data["european_label"], name),
        school_label_rules=_list(shapes.SchoolLabelRule, data["school_label"], name),
        national_prizes=prizes,
    )


def _label_rounds(
    rounds: Mapping[str, Mapping[str, Any]], offices: Mapping[str, shapes.SupportOffice]
) -> Iterator[shapes.LabelRound]:
    for school_year, rules in rounds.items():
        for country in offices:
            values = {**rules["default"], **rules.get(country, {})}
            where = f"programme.yaml: label_rounds {school_year} {country}"
            yield _shape(shapes.LabelRound, values, where, country=country, school_year=school_year)


@cache
def criteria_sets() -> dict[str, shapes.CriteriaSet]:
    """Criteria of the national label, by the id that a label round names."""
    return {key: _criteria_set(key, data) for key, data in _load("criteria.yaml").items()}


def criteria_content(key: str) -> dict[str, Any]:
    """The same criteria as plain values, in the form in which recognition keeps them."""
    content: dict[str, Any] = _load("criteria.yaml")[key]
    return content


def _criteria_set(key: str, data: Mapping[str, Any]) -> shapes.CriteriaSet:
    where = f"criteria.yaml: {key}"
    criteria = [
        _shape(
            shapes.Criterion,
            each,
            where,
            sub_criteria=_list(shapes.SubCriterion, each["sub_criteria"], where),
        )
        for each in data["criteria"]
    ]
    questions = [(each["id"], each["text"]) for each in data["entry_questions"]]
    return _shape(
        shapes.CriteriaSet, data, where, id=key, entry_questions=questions, criteria=criteria
    )


@cache
def schools() -> dict[str, shapes.DemoSchool]:
    """Invented schools by key."""
    return _by_key(shapes.DemoSchool, "schools.yaml")


@cache
def people() -> shapes.DemoPeople:
    """Everybody of the demo world by role and key."""
    name = "people.yaml"
    data = _load(name)

    def officers(part: str) -> dict[str, shapes.DemoOfficer]:
        return {
            key: _shape(shapes.DemoOfficer, values, f"{name}: {key}", key=key)
            for key, values in data[part].items()
        }

    educators = {
        key: _shape(shapes.DemoEducator, values, f"{name}: {key}", key=key)
        for key, values in data["educators"].items()
    }
    return shapes.DemoPeople(
        educators=educators,
        officers=officers("officers"),
        central_officers=officers("central_officers"),
        operators=officers("operators"),
        guests=officers("guests"),
    )


@cache
def classes() -> dict[str, shapes.DemoClass]:
    """Class lists by key."""
    return _by_key(shapes.DemoClass, "classes.yaml")


@cache
def projects() -> dict[str, shapes.DemoProject]:
    """Projects by key, in the order of their file names."""
    found = [_project(path) for path in sorted((FOLDER / "projects").glob("*.yaml"))]
    return {each.key: each for each in found}


def _project(path: Path) -> shapes.DemoProject:
    where = f"projects/{path.name}"
    data = _load(where)
    return _shape(
        shapes.DemoProject,
        data,
        where,
        decisions=_list(shapes.DemoDecision, data.get("decisions", []), where),
        pages=[
            _shape(
                shapes.DemoPage,
                page,
                where,
                additions=_all_written(page.get("additions", []), where),
            )
            for page in data.get("pages", [])
        ],
        diary=_all_written(data.get("diary", []), where),
        forum=_all_written(data.get("forum", []), where),
        staff_room=_all_written(data.get("staff_room", []), where),
        pupil_posts=_list(shapes.PupilPost, data.get("pupil_posts", []), where),
        labels=_list(shapes.DemoLabel, data.get("labels", []), where),
    )


@cache
def calls() -> dict[str, shapes.DemoCall]:
    """Partner calls by key."""
    name = "calls.yaml"
    return {
        key: _shape(
            shapes.DemoCall,
            values,
            f"{name}: {key}",
            key=key,
            answers=_all_written(values.get("answers", []), name),
        )
        for key, values in _load(name).items()
    }


@cache
def conversations() -> tuple[shapes.DemoConversation, ...]:
    """Conversations between educators."""
    name = "conversations.yaml"
    return tuple(
        _shape(shapes.DemoConversation, each, name, messages=_all_written(each["messages"], name))
        for each in _load(name)
    )


@cache
def walls() -> wall_shapes.DemoWalls:
    """Posts of educators, their comments, and who follows whom."""
    name = "walls.yaml"
    data = _load(name)
    posts = [
        _shape(
            wall_shapes.DemoWallPost,
            each,
            name,
            comments=_all_written(each.get("comments", []), name),
        )
        for each in data["posts"]
    ]
    return _shape(wall_shapes.DemoWalls, data, name, posts=posts)


@cache
def reports() -> tuple[wall_shapes.DemoReport, ...]:
    """What was reported and decided."""
    return tuple(_list(wall_shapes.DemoReport, _load("reports.yaml"), "reports"))


@cache
def resources() -> tuple[resource_shapes.DemoResource, ...]:
    """What teachers give to others."""
    return tuple(_list(resource_shapes.DemoResource, _load("resources.yaml"), "resources"))


@cache
def activities() -> tuple[activity_shapes.DemoActivity, ...]:
    """What the classes do."""
    name = "activities.yaml"
    return tuple(
        _shape(
            activity_shapes.DemoActivity,
            each,
            name,
            handed=[
                _shape(activity_shapes.DemoHandIn, done, name) for done in each.get("handed", [])
            ],
        )
        for each in _load(name)
    )


@cache
def polls() -> tuple[poll_shapes.DemoPoll, ...]:
    """What is decided together."""
    return tuple(_list(poll_shapes.DemoPoll, _load("polls.yaml"), "polls"))


@cache
def meetings() -> tuple[meeting_shapes.DemoMeeting, ...]:
    """When classes see each other."""
    return tuple(_list(meeting_shapes.DemoMeeting, _load("meetings.yaml"), "meetings"))


@cache
def remarks() -> tuple[remark_shapes.DemoRemark, ...]:
    """What is said about pages."""
    return tuple(_list(remark_shapes.DemoRemark, _load("remarks.yaml"), "remarks"))


@cache
def chats() -> tuple[chat_shapes.DemoChat, ...]:
    """What was said in chats."""
    name = "chats.yaml"
    return tuple(
        _shape(
            chat_shapes.DemoChat,
            each,
            name,
            said=[_shape(chat_shapes.DemoSaid, line, name) for line in each["said"]],
        )
        for each in _load(name)
    )


@cache
def events() -> tuple[calendar_shapes.DemoEvent, ...]:
    """What is planned in TwinSpaces."""
    return tuple(_list(calendar_shapes.DemoEvent, _load("calendar.yaml"), "calendar"))


@cache
def timetables() -> tuple[shapes.DemoTimetable, ...]:
    """Weekly lessons of educators."""
    name = "lessons.yaml"
    return tuple(_shape(shapes.DemoTimetable, each, name) for each in _load(name))


def picture(name: str) -> Path:
    """Path of a cover picture (WebP, CC0). Raises ``DemoDataError`` when there is none."""
    path = FOLDER / "covers" / f"{name}.webp"
    if not path.is_file():
        raise DemoDataError(f"no picture {name}")
    return path


@cache
def picture_texts() -> dict[str, shapes.Translated]:
    """Text alternative of each cover picture, by name and language."""
    texts: dict[str, shapes.Translated] = _load("covers/covers.yaml")
    return texts
