"""Pages of classes and lessons: seen, used, refused (ux 40–45)."""

import io

import pypdfium2
import pytest
import zxingcpp
from django.test import Client
from django.urls import reverse

from opentwinning.people.pupils.actions import open_window
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import open_window_of, pupils_of
from tests import inputs
from tests.cast import ana, claire, ewa, ion, marek, petra
from tests.scenes.classes import a_card_for, a_class, a_kid, kids_of

pytestmark = pytest.mark.django_db


def printed(teacher, school_class, *pupils) -> bytes:
    refs = [p.ref for p in pupils or pupils_of(school_class)]
    answer = teacher.post(f"/classes/{school_class.ref}/cards", {"pupils": refs})
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def codes_in(sheet: bytes) -> list[str]:
    """The QR codes of all pages, top to bottom, left to right."""
    found = []
    for page in pypdfium2.PdfDocument(io.BytesIO(sheet)):
        picture = page.render(scale=3).to_pil()
        seen = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
        seen = sorted(seen, key=lambda c: (c.position.top_left.y // 40, c.position.top_left.x))
        found += [code.text for code in seen]
    return found


def words_in(sheet: bytes) -> str:
    pages = pypdfium2.PdfDocument(io.BytesIO(sheet))
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def test_24_pupils_are_pasted_and_printed_within_6_clicks():
    """Budget of the persona: from the list of classes to the sheet in the hand."""
    teacher = ana()
    school_class = a_class(teacher)
    clicks = 0

    def click(answer):
        nonlocal clicks
        clicks += 1
        return answer

    click(teacher.get("/classes"))
    click(teacher.get(f"/classes/{school_class.ref}"))
    click(teacher.get(f"/classes/{school_class.ref}/add"))
    text = inputs.class_list("paste_24_nicknames.txt").read_text("utf-8")
    preview = click(teacher.post(f"/classes/{school_class.ref}/add", {"text": text}))
    names = [line.nickname for line in preview.context["lines"]]
    saved = click(teacher.post(f"/classes/{school_class.ref}/add", {"nickname": names}))
    chosen = teacher.get(saved["Location"]).context["chosen"]
    sheet = click(teacher.post(saved["Location"], {"pupils": list(chosen)}))

    assert clicks <= 6
    assert len(codes_in(sheet.content)) == 24


def test_the_lesson_opens_with_two_clicks_and_shows_who_is_in():
    teacher = ana()
    one, _ = kids_of(a_class(teacher, "Red fox", "Blue owl"))
    assert one.client
    listed = teacher.get("/classes").content.decode()
    lesson = f"/classes/{one.pupil.school_class.ref}/lesson"
    assert f'action="{lesson}"' in listed
    page = teacher.client.post(lesson, follow=True)

    assert open_window_of(one.pupil.school_class) is not None
    assert "1 of 2 are in" in page.content.decode()
    assert one.pupil.school_class.readable_code in page.content.decode()


def test_the_printed_square_is_a_link_whose_secret_opens_the_door():
    teacher = ana()
    school_class = a_class(teacher, "Red fox", "Blue owl", language="sl")
    sheet = printed(teacher, school_class)
    links = codes_in(sheet)

    assert len(links) == 2
    for link in links:
        address, _, secret = link.partition("#")
        assert address == "http://testserver/sl/pupils"
        client = Client()
        assert client.post("/sl/pupils/card", {"card_password": secret}).status_code == 302
        assert client.get("/sl/pupils/me").status_code == 200


def test_the_sheet_names_nickname_and_code_but_no_school_and_no_teacher():
    teacher = ana()
    school_class = a_class(teacher, "Red fox", "Lamprey")
    sheet = printed(teacher, school_class)
    words = words_in(sheet)

    assert "Red fox" in words
    assert school_class.readable_code in words
    for secret in (school_class.organisation.name, "Ana", "example.org", "Maribor"):
        assert secret not in words
        assert secret not in " ".join(codes_in(sheet))


def test_eight_cards_stand_on_a_sheet():
    teacher = ana()
    school_class = a_class(teacher, *[f"Fox {n}" for n in range(9)])

    assert len(pypdfium2.PdfDocument(io.BytesIO(printed(teacher, school_class)))) == 2


def test_printing_one_card_leaves_the_others_alive():
    teacher = ana()
    one, other = kids_of(a_class(teacher, "Red fox", "Blue owl"))
    kept, lost = a_card_for(other.pupil), a_card_for(one.pupil)
    printed(teacher, one.pupil.school_class, one.pupil)

    assert Client().post("/pupils/card", {"card_password": kept.secret}).status_code == 302
    assert Client().post("/pupils/card", {"card_password": lost.secret}).status_code == 401


def test_a_failed_print_voids_nothing(monkeypatch):
    teacher = ana()
    kid = a_kid(teacher)
    card = a_card_for(kid.pupil)

    def broken(*_):
        raise OSError("no paper")

    monkeypatch.setattr("opentwinning.people.pupils.views.cards.pdf", broken)
    with pytest.raises(OSError, match="no paper"):
        printed(teacher, kid.pupil.school_class)

    assert Client().post("/pupils/card", {"card_password": card.secret}).status_code == 302


def test_a_new_class_leads_on_to_its_pupils():
    teacher = ana()
    answer = teacher.post("/classes/new", {"name": "4b", "age_band": "9-12", "language": "sl"})

    assert answer["Location"] == f"/classes/{SchoolClass.objects.get().ref}/add"


def test_a_new_class_without_a_name_keeps_what_was_chosen():
    answer = ana().post("/classes/new", {"name": "", "age_band": "9-12", "language": "sl"})

    assert answer.status_code == 422
    assert answer.context["form"]["age_band"].value() == "9-12"


def test_a_list_is_looked_through_before_anything_is_saved():
    teacher = ana()
    school_class = a_class(teacher)
    answer = teacher.post(
        f"/classes/{school_class.ref}/add", {"text": "Red fox\nred fox\nAna Kovač\na@b.example"}
    )

    assert not Pupil.objects.exists()
    assert [bool(x.problem) for x in answer.context["lines"]] == [False, True, False, True]
    assert [bool(x.doubt) for x in answer.context["lines"]] == [False, False, True, False]


def test_a_bad_list_is_shown_again_with_every_line():
    teacher = ana()
    school_class = a_class(teacher)
    names = ["Red fox", "red fox", "Blue owl"]
    answer = teacher.post(f"/classes/{school_class.ref}/add", {"nickname": names})

    assert answer.status_code == 422
    assert [line.nickname for line in answer.context["lines"]] == names
    assert not Pupil.objects.exists()


def test_names_that_look_real_need_the_teachers_word():
    teacher = ana()
    school_class = a_class(teacher)
    first = teacher.post(f"/classes/{school_class.ref}/add", {"nickname": ["Anna Maria"]})
    second = teacher.post(
        f"/classes/{school_class.ref}/add", {"nickname": ["Anna Maria"], "names_are_fine": "on"}
    )

    assert first.status_code == 422
    assert second.status_code == 302
    assert Pupil.objects.get().nickname == "Anna Maria"


def test_names_that_look_real_are_replaced_at_a_press():
    teacher = ana()
    school_class = a_class(teacher)
    answer = teacher.post(
        f"/classes/{school_class.ref}/add",
        {"nickname": ["Red fox", "Ana Kovač", "red fox"], "replace": "1"},
    )
    lines = answer.context["lines"]

    assert lines[0].nickname == "Red fox"
    assert not any(line.problem or line.doubt for line in lines)
    assert not Pupil.objects.exists()


def test_the_house_makes_the_list():
    teacher = ana()
    school_class = a_class(teacher, language="da")
    answer = teacher.post(f"/classes/{school_class.ref}/add", {"text": "", "count": "24"})

    assert len(answer.context["lines"]) == 24


def test_hostile_nicknames_do_no_harm_on_any_page_of_the_class():
    teacher = ana()
    school_class = a_class(teacher, "<img src=x>", "a\"><b>'b")
    for path in ("", "/add", "/cards", "/lesson", "/settings"):
        body = teacher.get(f"/classes/{school_class.ref}{path}").content.decode()
        assert "<img src=x>" not in body
        assert '"><b>' not in body


def test_the_class_page_costs_the_same_for_one_and_three_pupils():
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    teacher = ana()
    small, large = a_class(teacher, "Red fox"), a_class(teacher, "A fox", "B fox", "C fox")
    teacher.get(f"/classes/{small.ref}")

    def cost(school_class):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            teacher.get(f"/classes/{school_class.ref}")
        return len(queries)

    assert cost(small) == cost(large)


def test_a_pupil_is_renamed_voided_and_erased_from_her_page():
    teacher = ana()
    kid = a_kid(teacher)
    a_card_for(kid.pupil)
    page = f"/classes/pupils/{kid.pupil.ref}"
    assert teacher.post(page, {"nickname": "Blue owl"}).status_code == 302
    assert teacher.post(page, {"nickname": "teacher"}).status_code == 422
    assert teacher.post(f"{page}/void").status_code == 302
    assert not Pupil.objects.get().has_card
    assert teacher.get(f"{page}/erase").status_code == 200
    assert teacher.post(f"{page}/erase").status_code == 302
    assert Pupil.objects.get().nickname == ""
    assert teacher.get(page).status_code == 404


def test_a_teacher_shows_the_family_everything_stored():
    teacher = ana()
    kid = a_kid(teacher)
    page = teacher.get(f"/classes/pupils/{kid.pupil.ref}/data")
    file = teacher.post(f"/classes/pupils/{kid.pupil.ref}/data")

    assert "Red fox" in page.content.decode()
    assert file.json()["pupils.pupil"][0]["nickname"] == "Red fox"
    assert "attachment" in file["Content-Disposition"]


def test_a_class_is_deleted_after_one_question():
    teacher = ana()
    school_class = a_class(teacher, "Red fox")
    assert "Red fox" not in teacher.get(f"/classes/{school_class.ref}/delete").content.decode()
    teacher.post(f"/classes/{school_class.ref}/delete")

    assert teacher.get(f"/classes/{school_class.ref}").status_code == 404


CLASS_PAGES = ["class", "settings", "add", "cards", "lesson", "close"]
CLASS_POSTS = [
    "settings", "add_owner", "remove_owner", "close", "add", "cards", "lesson", "close_door",
    "sign_out_all",
]  # fmt: skip
PUPIL_PAGES = ["pupil", "erase", "export"]
PUPIL_POSTS = ["pupil", "void", "sign_out_one", "remove", "erase", "export"]


@pytest.mark.parametrize("stranger", [ion, marek, petra, claire])
def test_every_address_of_a_foreign_class_answers_like_an_absent_page(stranger):
    """H2, matrix rows 12–15: founders, strangers and officers."""
    kid = a_kid(ana())
    who = stranger()
    open_window(by=ana().actor, school_class=kid.pupil.school_class)
    class_ref, pupil_ref = kid.pupil.school_class.ref, kid.pupil.ref
    for names, ref, ask in (
        (CLASS_PAGES, class_ref, who.get),
        (CLASS_POSTS, class_ref, who.post),
        (PUPIL_PAGES, pupil_ref, who.get),
        (PUPIL_POSTS, pupil_ref, who.post),
    ):
        for name in names:
            assert ask(reverse(f"pupils:{name}", args=[ref])).status_code == 404, name

    assert Pupil.objects.get().nickname == "Red fox"


def test_an_unvalidated_teacher_is_told_why_there_are_no_classes():
    answer = ewa().get("/classes")

    assert answer.status_code == 403
    assert "validated" in answer.content.decode()


def test_today_opens_a_lesson_with_one_press():
    teacher = ana()
    school_class = a_class(teacher, "Red fox", name="Otter class")

    assert f'action="/classes/{school_class.ref}/lesson"' in (
        teacher.get("/today/").content.decode()
    )
    assert "Otter class" not in ion().get("/today/").content.decode()
