"""The demo world: complete, consistent, invented, and made of words the product knows."""

import re

import pytest

from opentwinning.config.demo import reader
from opentwinning.config.demo.reader import FOLDER
from opentwinning.core import vocabulary as words

PEOPLE = reader.people()
PROJECTS = reader.projects()
WRITTEN_IN = {"en", "sl", "ro", "da"}


def test_the_programme_has_an_office_in_each_of_its_countries():
    programme = reader.programme()
    assert len(programme.offices) == 13
    assert {officer.country for officer in PEOPLE.officers.values()} == set(programme.offices)
    for office in programme.offices.values():
        assert all(words.is_known("languages", code) for code in office.languages)
        assert all(words.is_known("professions", each) for each in office.accepts)
        assert min(office.waiting_days.values()) > 0


def test_every_country_has_dated_label_rules_for_two_school_years():
    rounds = {(each.country, each.school_year): each for each in reader.programme().label_rounds}
    for country in reader.programme().offices:
        for year in ("2025/26", "2026/27"):
            rule = rounds[country, year]
            assert rule.opens_on < rule.closes_on < rule.decided_by
            assert rule.criteria in reader.criteria_sets()
    assert rounds["DK", "2026/27"].minimum_duration_days == 90


def test_the_european_rule_changes_on_a_date_without_a_gap():
    """Q-20, C-04: until July 2026 no threshold of points, since then more than 20."""
    before, after = reader.programme().european_label_rules
    assert before.valid_until is not None
    assert (after.valid_from - before.valid_until).days == 1
    assert before.minimum_average_points is None
    assert after.minimum_average_points == 20


def test_label_criteria_are_complete_in_four_languages():
    """X-91 to X-94: five questions, five criteria, levels 0 to 5, three minima, 30 points."""
    for criteria in reader.criteria_sets().values():
        assert len(criteria.entry_questions) == 5
        assert len(criteria.criteria) == 5
        assert sum(each.weight * 5 for each in criteria.criteria) == criteria.maximum_points == 30
        parts = [part for each in criteria.criteria for part in each.sub_criteria]
        assert sum(part.mandatory_minimum is not None for part in parts) == 3
        texts = [text for _, text in criteria.entry_questions]
        for each in criteria.criteria:
            assert len(each.levels) == 6
            texts += [each.name, each.question, *each.levels]
        texts += [part.name for part in parts]
        assert all(set(text) == WRITTEN_IN for text in texts)


def test_every_educator_uses_words_of_the_lists_and_a_school_of_her_country():
    assert len(PEOPLE.educators) >= 60
    for person in PEOPLE.educators.values():
        assert reader.schools()[person.school].country == person.country, person.key
        assert words.is_known("professions", person.profession)
        for kind, used in (
            ("subjects", person.subjects),
            ("ages", person.ages),
            ("languages", person.languages),
            ("topics", person.topics),
        ):
            assert used, (person.key, kind)
            assert all(words.is_known(kind, each) for each in used), (person.key, kind, used)


def test_no_two_people_share_a_mail_address_and_none_can_receive_mail():
    everybody = [
        *PEOPLE.educators.values(),
        *PEOPLE.officers.values(),
        *PEOPLE.central_officers.values(),
        *PEOPLE.operators.values(),
    ]
    addresses = [person.mail for person in everybody]
    assert len(addresses) == len(set(addresses))
    assert all(address.endswith(".example.org") for address in addresses)
    for path in FOLDER.rglob("*.yaml"):
        for found in re.findall(r"[\w.+-]+@[\w.-]+", path.read_text(encoding="utf-8")):
            assert found.endswith("example.org"), (path.name, found)


def test_classes_hold_nicknames_once_each():
    for each in reader.classes().values():
        assert PEOPLE.educators[each.owner].school == each.school, each.key
        assert len(each.pupils) == len(set(each.pupils)) >= 9, each.key
        assert words.is_known("ages", each.age)


def test_projects_stand_in_every_state():
    states = [project.state for project in PROJECTS.values()]
    assert states.count("active") == 6
    assert states.count("closed") == 3
    assert {"draft", "waiting_for_partner", "waiting_for_offices", "returned", "rejected"} < set(
        states
    )


@pytest.mark.parametrize("project", PROJECTS.values(), ids=lambda project: project.key)
def test_a_project_is_consistent(project):
    taking_part = [*project.founders, *project.partners]
    assert set(taking_part) <= PEOPLE.educators.keys()
    assert len(project.founders) == 2 or project.state == "draft"
    for kind in ("languages", "subjects", "ages", "topics", "tools"):
        assert all(words.is_known(kind, each) for each in getattr(project, kind)), kind
    assert reader.picture(project.cover).stat().st_size < 40_000
    assert set(project.classes) <= reader.classes().keys()
    assert all(reader.classes()[each].owner in taking_part for each in project.classes)
    nicknames = {name for each in project.classes for name in reader.classes()[each].pupils}
    written = [*project.diary, *project.forum, *project.staff_room]
    written += [addition for page in project.pages for addition in page.additions]
    assert {each.by for each in [*written, *project.pages]} <= set(taking_part)
    replies = [reply for each in written for reply in each.replies]
    assert {reply.by for reply in replies} <= {*taking_part, *nicknames}
    for each in [*written, *replies, *project.pages]:
        assert words.is_known("languages", each.language)
        assert project.days["approved"] < each.day < 0, each.text[:40]
        assert each.day >= -400 or project.state == "closed"
    for post in project.pupil_posts:
        assert post.by in nicknames, post
        assert post.approved_by in {"", *taking_part}
    for thread in project.forum:
        moments = [(thread.day, thread.hour), *((each.day, each.hour) for each in thread.replies)]
        assert moments == sorted(moments), thread.title


@pytest.mark.parametrize("project", PROJECTS.values(), ids=lambda project: project.key)
def test_days_and_decisions_follow_the_life_of_a_project(project):
    """J-03: draft, partner, both offices."""
    order = ["drafted", "submitted", "accepted", "approved", "closed"]
    days = [project.days[step] for step in order if step in project.days]
    assert days == sorted(days)
    offices = {PEOPLE.officers[each.by].country for each in project.decisions}
    founders = {PEOPLE.educators[each].country for each in project.founders}
    if project.state in {"active", "closed"}:
        assert offices == founders
        assert max(each.day for each in project.decisions) == project.days["approved"]
    else:
        assert offices <= founders


def test_closed_projects_carry_labels_by_the_criteria_and_one_is_european():
    criteria = reader.criteria_sets()["five-criteria-2024"]
    weights = {each.id: each.weight for each in criteria.criteria}
    awarded = 0
    for project in PROJECTS.values():
        for label in project.labels:
            assert label.points.keys() == weights.keys()
            total = sum(weights[part] * points for part, points in label.points.items())
            assert label.state != "awarded" or total >= criteria.award_from_points
            awarded += label.state == "awarded"
    assert awarded >= 4
    european = [project for project in PROJECTS.values() if project.european_label is not None]
    assert [project.key for project in european] == ["bread-letters"]
    points = [
        sum(weights[part] * each for part, each in label.points.items())
        for label in european[0].labels
    ]
    assert sum(points) / len(points) > 20


def test_partner_calls_and_messages_are_between_people_we_know():
    assert len(reader.calls()) == 12
    for call in reader.calls().values():
        assert {call.by, *(each.by for each in call.answers)} <= PEOPLE.educators.keys()
        assert call.by not in {each.by for each in call.answers}, call.key
        for kind in ("subjects", "ages", "languages", "countries", "tools"):
            assert all(words.is_known(kind, each) for each in getattr(call, kind)), (call.key, kind)
        assert len(call.title) <= 120
    for conversation in reader.conversations():
        assert {each.by for each in conversation.messages} <= set(conversation.between)
        assert conversation.messages[0].by == conversation.between[0]
    pairs = [frozenset(each.between) for each in reader.conversations()]
    assert len(pairs) == len(set(pairs))


def test_texts_are_written_in_several_languages():
    languages = {each.language for project in PROJECTS.values() for each in project.diary}
    assert {"en", "sl", "ro", "da", "pl", "fr", "it", "pt", "el", "tr", "lv", "bg"} <= languages


def test_a_mistake_in_the_data_names_its_file():
    with pytest.raises(reader.DemoDataError, match=r"somewhere: unknown colour"):
        reader._shape(reader.shapes.DemoDecision, {"colour": "red"}, "somewhere")
