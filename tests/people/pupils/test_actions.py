"""What a class owner does: effect, audit row, event, refusal, rollback (matrix rows 12–15, 19)."""

import pytest

from opentwinning.core.privacy import Subject, exported
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.pupils.actions import (
    add_class_owner,
    add_pupils,
    change_class,
    close_class,
    close_window,
    create_class,
    erase_pupil,
    issue_cards,
    open_window,
    remove_class_owner,
    remove_pupil,
    rename_pupil,
    sign_out_class,
    sign_out_pupil,
    void_card,
)
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import classes_of, new_cards, owners_of, pupils_of, roster
from opentwinning.people.pupils.vocabulary import Presence
from tests.cast import ana, claire, educator, ewa, ion, petra, school
from tests.scenes.classes import a_card_for, a_class, a_kid, kids_of

pytestmark = pytest.mark.django_db


def verbs():
    return list(LedgerEntry.objects.order_by("pk").values_list("verb", flat=True))


def a_colleague():
    """Another validated teacher of Ana's school."""
    return educator("Tine Golob", "SI")


def test_a_class_belongs_to_the_teacher_and_her_school():
    school_class = a_class(ana())

    assert [e.name for e in owners_of(school_class)] == ["Ana Kovač"]
    assert school_class.organisation.country == "SI"
    assert verbs()[-1] == "people.pupils.actions.classes.create_class"


def test_only_validated_educators_make_classes():
    with pytest.raises(Refused):
        create_class(
            by=ewa().actor, educator=ewa().educator, name="4b", age_band="9-12", language="en"
        )


def test_a_list_is_added_whole():
    teacher = ana()
    school_class = a_class(teacher)
    pupils = add_pupils(
        by=teacher.actor, school_class=school_class, nicknames=["Red fox", "Blue  owl\u202e"]
    )

    assert [p.nickname for p in pupils] == ["Red fox", "Blue owl"]
    assert verbs().count("people.pupils.actions.pupils.add_pupils") == 1


@pytest.mark.parametrize(
    "names",
    [
        ["Red fox", "red fox"],
        ["Red fox", "ana@example.org"],
        ["Red fox", "Blue owl"],  # Blue owl is there already
        [f"Fox {n}" for n in range(60)],  # 61 with the one who is there
        [],
    ],
)
def test_a_list_with_one_bad_line_changes_nothing(names):
    teacher = ana()
    school_class = a_class(teacher, "Blue owl")
    before = LedgerEntry.objects.count()

    with pytest.raises(Invalid):
        add_pupils(by=teacher.actor, school_class=school_class, nicknames=names)

    assert [p.nickname for p in pupils_of(school_class)] == ["Blue owl"]
    assert LedgerEntry.objects.count() == before


def test_sixty_pupils_fit():
    teacher = ana()
    school_class = a_class(teacher, *[f"Fox {n}" for n in range(60)])

    assert pupils_of(school_class).count() == 60


def test_the_nickname_of_a_removed_pupil_is_free_again():
    teacher = ana()
    kid = a_kid(teacher)
    remove_pupil(by=teacher.actor, pupil=kid.pupil)
    add_pupils(by=teacher.actor, school_class=kid.pupil.school_class, nicknames=["Red fox"])

    assert pupils_of(kid.pupil.school_class).count() == 1


def test_a_renamed_pupil_may_keep_her_own_look_alike():
    teacher = ana()
    one, other = kids_of(a_class(teacher, "Red fox", "Blue owl"))
    rename_pupil(by=teacher.actor, pupil=one.pupil, nickname="red Fox")
    with pytest.raises(Invalid):
        rename_pupil(by=teacher.actor, pupil=other.pupil, nickname="RED FOX")

    assert [p.nickname for p in pupils_of(one.pupil.school_class)] == ["Blue owl", "red Fox"]


def test_a_colleague_of_the_school_answers_for_the_class_too():
    teacher, colleague = ana(), a_colleague()
    school_class = a_class(teacher)
    add_class_owner(by=teacher.actor, school_class=school_class, educator=colleague.educator)

    assert list(classes_of(colleague.actor)) == [school_class]


def test_nobody_of_another_school_answers_for_the_class():
    teacher = ana()
    school_class = a_class(teacher)

    with pytest.raises(Invalid):
        add_class_owner(by=teacher.actor, school_class=school_class, educator=ion().educator)


def test_an_unvalidated_colleague_does_not_answer_for_a_class():
    teacher = ana()
    school_class = a_class(teacher)
    from tests.cast import newcomer

    newcomer_here = newcomer("Maja Zajc", "SI")
    school(newcomer_here)
    with pytest.raises(Invalid):
        add_class_owner(
            by=teacher.actor, school_class=school_class, educator=newcomer_here.educator
        )


def test_the_last_owner_stays():
    teacher, colleague = ana(), a_colleague()
    school_class = a_class(teacher)
    with pytest.raises(Invalid):
        remove_class_owner(by=teacher.actor, school_class=school_class, educator=teacher.educator)
    add_class_owner(by=teacher.actor, school_class=school_class, educator=colleague.educator)
    remove_class_owner(by=colleague.actor, school_class=school_class, educator=teacher.educator)

    assert [e.name for e in owners_of(school_class)] == ["Tine Golob"]
    with pytest.raises(Refused):
        open_window(by=teacher.actor, school_class=school_class)


def test_cards_of_another_class_are_never_issued():
    teacher = ana()
    mine, foreign = a_class(teacher, "Red fox"), a_class(ion(), "Blue owl")
    cards = new_cards(pupils_of(foreign))

    with pytest.raises(Refused):
        issue_cards(by=teacher.actor, school_class=mine, cards=cards)

    assert not Pupil.objects.exclude(card_hash="").exists()


def test_erasing_leaves_no_trace_of_the_nickname():
    teacher = ana()
    kid = a_kid(teacher, "Canary bird")
    assert kid.client.get("/pupils/me").status_code == 200
    erase_pupil(by=teacher.actor, pupil=kid.pupil)

    row = Pupil.objects.get(pk=kid.pupil.pk)
    assert (row.nickname, row.skeleton, row.card_hash, row.pictures_hash) == ("", "", "", "")
    assert "Canary" not in str(exported(Subject.PUPIL, row.pk))
    assert "Canary" not in str(list(LedgerEntry.objects.values()))


def test_an_export_holds_the_pupil_and_nobody_else():
    one, _other = kids_of(a_class(ana(), "Red fox", "Blue owl"))
    a_card_for(one.pupil)
    held = str(exported(Subject.PUPIL, one.pupil.pk))

    assert "Red fox" in held
    assert "Blue owl" not in held
    assert Pupil.objects.get(pk=one.pupil.pk).card_hash not in held


def test_closing_a_class_erases_its_pupils():
    teacher = ana()
    school_class = a_class(teacher, "Red fox", "Blue owl")
    close_class(by=teacher.actor, school_class=school_class)

    assert not Pupil.objects.exclude(nickname="").exists()
    assert list(classes_of(teacher.actor)) == []


def test_the_roster_tells_who_is_here_quiet_or_out(clock, django_assert_num_queries):
    teacher = ana()
    school_class = a_class(teacher, "A fox", "B owl", "C hare", "D seal")
    here, quiet, out, _never = kids_of(school_class)
    assert quiet.client
    assert out.client
    clock.passes(minutes=15)
    assert here.client
    sign_out_pupil(by=teacher.actor, pupil=out.pupil)

    with django_assert_num_queries(2):
        seats = roster(school_class)
    assert [s.presence for s in seats] == [
        Presence.HERE, Presence.QUIET, Presence.OUT, Presence.OUT,
    ]  # fmt: skip
    assert [bool(s.last_visit_at) for s in seats] == [True, True, True, False]


def test_with_two_devices_the_one_in_use_counts(clock):
    teacher = ana()
    kid = a_kid(teacher)
    assert kid.comes_in()
    second = kid.comes_in()
    second.post("/pupils/leave")

    assert roster(kid.pupil.school_class)[0].presence == Presence.HERE


STRANGERS = {
    "a founder of another school": ion,
    "a colleague who does not own the class": a_colleague,
    "an unvalidated educator": ewa,
    "the class's national officer": petra,
    "the centre": claire,
}
CLASS_ACTS = [
    lambda by, c: add_pupils(by=by, school_class=c, nicknames=["Green frog"]),
    lambda by, c: change_class(
        by=by, school_class=c, name="x", age_band="3-5", language="en", cards_only_in_lessons=False
    ),
    lambda by, c: add_class_owner(by=by, school_class=c, educator=ana().educator),
    lambda by, c: remove_class_owner(by=by, school_class=c, educator=ana().educator),
    lambda by, c: issue_cards(by=by, school_class=c, cards=new_cards(pupils_of(c))),
    lambda by, c: open_window(by=by, school_class=c),
    lambda by, c: close_window(by=by, school_class=c),
    lambda by, c: sign_out_class(by=by, school_class=c),
    lambda by, c: close_class(by=by, school_class=c),
]
PUPIL_ACTS = [
    lambda by, p: rename_pupil(by=by, pupil=p, nickname="Other"),
    lambda by, p: void_card(by=by, pupil=p),
    lambda by, p: sign_out_pupil(by=by, pupil=p),
    lambda by, p: remove_pupil(by=by, pupil=p),
    lambda by, p: erase_pupil(by=by, pupil=p),
]


@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS.keys())
def test_nobody_but_an_owner_acts_for_a_class(stranger):
    kid = a_kid(ana())
    who = stranger().actor
    before = LedgerEntry.objects.count()
    for act in CLASS_ACTS:
        with pytest.raises(Refused) as refusal:
            act(who, kid.pupil.school_class)
        assert refusal.value.verdict.secret
    for act in PUPIL_ACTS:
        with pytest.raises(Refused) as refusal:
            act(who, kid.pupil)
        assert refusal.value.verdict.secret

    assert LedgerEntry.objects.count() == before
    assert Pupil.objects.get().nickname == "Red fox"
    assert SchoolClass.objects.get().name == "4b"


def test_a_pupil_acts_for_no_class_not_even_her_own():
    kid = a_kid(ana())
    for act in CLASS_ACTS:
        with pytest.raises(Refused):
            act(kid.actor, kid.pupil.school_class)
    for act in PUPIL_ACTS:
        with pytest.raises(Refused):
            act(kid.actor, kid.pupil)


def test_an_owner_whose_validation_is_gone_is_a_stranger():
    """H1: only validated educators meet pupils."""
    from opentwinning.core.actor import SYSTEM, Role
    from opentwinning.people.accounts.actions import revoke_capacity

    teacher = ana()
    kid = a_kid(teacher)
    revoke_capacity(by=SYSTEM, account=teacher.account, role=Role.VALIDATED, country="SI")
    revoke_capacity(by=SYSTEM, account=teacher.account, role=Role.VALIDATED)

    with pytest.raises(Refused):
        open_window(by=teacher.actor, school_class=kid.pupil.school_class)
