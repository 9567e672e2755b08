"""The life of one project, from the portal to the European label, played by clicks."""

import pytest

from tests.journeys.player import Stage
from tests.journeys.steps import (
    arriving,
    classes,
    ending,
    founding,
    labelling,
    meeting,
    working,
)

pytestmark = pytest.mark.journey


@pytest.mark.timeout(900)
def test_the_whole_life_of_one_project(stage: Stage) -> None:  # noqa: PLR0915 - a play, from top to end
    # 1–4: the doors, two registrations, two schools, two offices that say yes
    arriving.three_doors(stage)
    ana = arriving.ana_registers(stage)
    arriving.ana_finds_her_school(ana)
    ion = arriving.ion_registers_and_writes_his_school_down(stage)
    petra = arriving.the_office_validates(stage, "Petra Zupan", ana)
    radu = arriving.the_office_validates(stage, "Radu Ionescu", ion)

    # 5: they find each other
    meeting.ana_looks_for_a_partner(ana)
    meeting.ana_publishes_a_call(ana)
    meeting.ion_answers_and_asks_for_contact(ion)
    meeting.ana_accepts_and_writes(ana, ion)

    # 6–7: a plan, a consent, a change, two approvals: the space opens with the second
    founding.ana_plans(ana, ion)
    founding.ion_agrees(ion)
    founding.ana_changes_the_pending_plan(ana)
    founding.the_office_approves(petra)
    founding.the_twinspace_is_still_closed(ana)
    founding.the_office_approves(radu)
    home = founding.the_twinspace_is_open(ana)

    # 8: cards, a lesson, pupils
    classes.she_makes_a_class(ana, "5b")
    cards = classes.she_adds_24_pupils_and_prints(ana, "5b")
    working.ana_brings_her_class(ana, home)
    classes.she_opens_the_lesson(ana, "5b")
    bela = classes.pupil_comes_by_card(stage, cards[0])
    classes.pupil_comes_by_code(stage, cards[7])
    classes.she_sees_who_is_in(ana, cards[0], cards[7])

    # 9: work
    picture = working.ana_adds_a_photo(ana, home)
    working.ana_writes_a_page(ana, home, picture)
    working.ion_writes_in_the_diary(ion, home)
    working.they_talk(ana, ion, home)
    working.ion_leaves_a_note_for_teachers(ion, home)
    working.a_pupil_writes_on_the_wall(bela)
    working.a_pupil_writes_in_the_diary(bela, ana)

    # 10–11: a part is shown, the rest stays closed; the project ends
    working.ana_shows_a_page(ana, home)
    working.a_visitor_sees_only_what_was_shown(stage)
    ending.ana_closes_the_project(ana)
    ending.the_twinspace_is_read_only(ana, home)
    code = ending.she_downloads_her_certificate(ana)
    ending.anybody_checks_it(stage, code)

    # 12–13: labels
    labelling.petra_opens_the_window(petra)
    for applicant, officer, assessor in (
        (ana, petra, "Jana Pravična"),
        (ion, radu, "Vlad Drept"),
    ):
        labelling.she_applies(applicant)
        labelling.the_office_chooses_an_assessor(officer, assessor)
        labelling.the_assessor_scores(stage.player(assessor))
        labelling.the_office_awards(officer, applicant)
    labelling.the_office_recommends(petra)
    labelling.claire_awards_the_european_label(stage.player("Claire Dubois").signs_in())
    labelling.the_labels_are_seen(stage, ana)
