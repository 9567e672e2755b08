"""Shared resources (L-12): give, find, thank, keep, comment, take away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.community.comments.actions import give_comment_back, withhold_comment
from opentwinning.community.comments.models import Comment
from opentwinning.community.networking.actions import block_educator
from opentwinning.community.resources.actions import (
    delete_resource,
    give_resource_back,
    purge_resources,
    share_resource,
    withhold_resource,
)
from opentwinning.community.resources.models import Kept, Resource, ResourceFile, Thanks
from opentwinning.community.resources.queries import Wish, contents_of_resources, shelf
from opentwinning.community.resources.vocabulary import LIMITS, Order, Shelf, TraitKind
from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.work import KINDS
from opentwinning.people.accounts.actions import erase_account, join_accounts
from opentwinning.people.educators.actions import withhold_profile
from opentwinning.people.safeguarding.models import Case
from opentwinning.workspace.files.adapters import disk
from tests import cast
from tests.inputs import all_naughty_strings, image
from tests.scenes.files import DOCUMENT, received

pytestmark = pytest.mark.django_db
HOME = "/resources/"


@pytest.fixture(autouse=True)
def on_a_disk_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def shared(person, title="Count the drops", files=(), **details):
    values = {"about": "A game about **water** at home.", "language": "en", "kind": "game",
              "licence": "cc-by", "links": "https://example.org/drops"} | details  # fmt: skip
    traits = {TraitKind.SUBJECT: values.pop("subjects", ["biology"]),
              TraitKind.AGE: values.pop("ages", ["9-12"])}  # fmt: skip
    return share_resource(
        by=person.actor, title=title, traits=traits, received=list(files), **values
    )


def typed(**fields):
    return {
        "title": "Count the drops", "about": "A game about water.", "kind": "game",
        "language": "en", "licence": "cc-by", "declared": "on", "links": "",
        "subjects": ["biology"], "ages": ["9-12"],
    } | fields  # fmt: skip


def titles(actor, **wish):
    return [card.resource.title for card in shelf(actor, Wish(**wish))[0]]


# ------------------------------------------------------------- sharing


def test_ana_shares_a_worksheet_with_a_photo_and_marek_finds_uses_thanks_and_keeps_it():
    ana, marek = cast.ana(), cast.marek()
    files = [SimpleUploadedFile("sheet.pdf", DOCUMENT),
             SimpleUploadedFile("tap.png", image("no_exif.png").read_bytes())]  # fmt: skip
    page = ana.post(f"{HOME}new", typed(uploads=files), follow=True)
    assert "colleagues find it now" in page.text
    resource = Resource.objects.get()
    page = marek.get(f"{HOME}?q=water&subject=biology")
    assert "Count the drops" in page.text
    page = marek.get(f"{HOME}{resource.ref}")
    assert "name me (CC BY 4.0)" in page.text
    sheet = resource.files.get(name="sheet.pdf")
    answer = marek.get(f"{HOME}files/{sheet.ref}?download=1")
    assert b"".join(answer) == DOCUMENT
    assert "attachment" in answer.headers["Content-Disposition"]
    for act, row in (("thank", Thanks), ("keep", Kept)):
        for _ in range(2):
            marek.post(f"{HOME}{resource.ref}/{act}")
        assert row.objects.count() == 1
    assert Resource.objects.get().thanks == 1
    assert titles(marek.actor, shelf=Shelf.KEPT) == ["Count the drops"]
    assert titles(ana.actor, shelf=Shelf.KEPT) == []
    marek.post(f"{HOME}{resource.ref}/thank", {"back": "1"})
    assert Resource.objects.get().thanks == 0
    assert "Count the drops" in marek.get(f"/educators/{ana.educator.ref}").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"links": "javascript:alert(1)"},
        {"links": "https://bank.example@evil.example/"},
        {"links": "\n".join(["https://example.org"] * 6)},
        {"licence": ""},
        {"declared": ""},
        {"links": ""},  # neither file nor link
        {"uploads": [SimpleUploadedFile("x.svg", b"<svg/>")], "links": "https://example.org"},
    ],
)
def test_what_is_refused_leaves_the_text_on_the_screen_and_nothing_on_disk(wrong):
    page = cast.ana().post(f"{HOME}new", typed(**wrong))
    assert page.status_code == 422
    assert "A game about water." in page.text
    assert not Resource.objects.exists()
    assert not disk.stored_names_older_than(-1, 0)


def test_hostile_words_stand_harmless_and_come_back_as_typed():
    ana = cast.ana()
    for number, words in enumerate(all_naughty_strings()[:12]):
        shared(ana, title=f"{number}", about=words)
    page = cast.marek().get(HOME).text
    assert "<script>alert" not in page


def test_the_same_form_sent_twice_shares_once_and_room_has_an_end(monkeypatch):
    ana = cast.ana()
    assert shared(ana).pk == shared(ana).pk
    monkeypatch.setattr("opentwinning.community.resources.actions.share.ROOM", 10)
    with pytest.raises(Invalid):
        shared(ana, title="More", files=[received("big.pdf")])
    assert not Resource.objects.filter(title="More").exists()


def test_newcomers_share_a_few_a_day(monkeypatch):
    """G9: the text stays on the screen."""
    monkeypatch.setattr(
        "opentwinning.community.resources.views.share.NEWCOMER_LIMITS", (LIMITS[0],)
    )
    ana = cast.ana()
    link = "https://example.org"
    for number in range(LIMITS[0].tries):
        ana.post(f"{HOME}new", typed(title=f"No {number}", links=link))
    page = ana.post(f"{HOME}new", typed(title="One more", links=link))
    assert (page.status_code, "One more" in page.text) == (422, True)
    assert Resource.objects.count() == LIMITS[0].tries


# ------------------------------------------------------------- finding


def test_words_subject_age_language_kind_and_thanks_find_and_order():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    drops = shared(ana)
    shared(ion, title="Łódź by night", about="Stars", subjects=["physics"], ages=["13-15"],
           language="pl", kind="slides")  # fmt: skip
    assert titles(marek.actor) == ["Łódź by night", "Count the drops"]
    assert titles(marek.actor, text="lodz") == ["Łódź by night"]
    assert titles(marek.actor, traits={TraitKind.AGE: "9-12"}) == ["Count the drops"]
    assert titles(marek.actor, language="pl", kind="slides") == ["Łódź by night"]
    assert titles(marek.actor, kind="worksheet") == []
    marek.post(f"{HOME}{drops.ref}/thank")
    assert titles(ion.actor, order=Order.THANKED) == ["Count the drops", "Łódź by night"]


@pytest.mark.parametrize("order", list(Order))
def test_pages_follow_each_other_without_gaps(order, monkeypatch):
    monkeypatch.setattr("opentwinning.community.resources.queries.lists.PAGE", 2)
    ana, seen, after = cast.ana(), [], None
    for number in range(5):
        made = shared(ana, title=f"{number}")
        Resource.objects.filter(pk=made.pk)
    marek = cast.marek()
    for number in (1, 3):
        marek.post(f"{HOME}{Resource.objects.get(title=str(number)).ref}/thank")
    while True:
        found, after = shelf(marek.actor, Wish(order=order), after=after)
        seen += [card.resource.title for card in found]
        if after is None:
            break
    assert seen == (["4", "3", "2", "1", "0"] if order == "newest" else ["3", "1", "4", "2", "0"])


def test_the_list_costs_the_same_for_one_and_for_three():
    ana, marek = cast.ana(), cast.marek()
    counted = []
    for number in range(3):
        shared(ana, title=f"{number}", files=[received(f"{number}.pdf")])
        if number != 1:
            marek.get(HOME)
            with CaptureQueriesContext(connection) as queries:
                assert marek.get(HOME).status_code == 200
            counted.append(len(queries))
    assert counted[0] == counted[1]


# ------------------------------------------------------------- who sees it


def test_blocks_the_trash_and_decisions_keep_it_from_others():
    ana, marek, ion = cast.ana(), cast.marek(), cast.ion()
    resource = shared(ana, files=[received("sheet.pdf")])
    file = f"{HOME}files/{resource.files.get().ref}"
    block_educator(by=ana.actor, educator=marek.educator)
    assert (titles(marek.actor), titles(ion.actor)) == ([], ["Count the drops"])
    assert marek.get(f"{HOME}{resource.ref}").status_code == 404
    assert marek.get(file).status_code == 404
    ana.post(f"{HOME}{resource.ref}/delete")
    assert ion.get(file).status_code == 404
    assert "only you see it" in ana.get(f"{HOME}{resource.ref}").text
    ana.post(f"{HOME}{resource.ref}/restore")
    assert ion.get(file).status_code == 200
    withhold_resource(by=SYSTEM, ref=resource.ref)
    assert ion.get(f"{HOME}{resource.ref}").status_code == 404
    assert "Hidden after a report." in ana.get(f"{HOME}{resource.ref}").text
    assert cast.petra().get(f"{HOME}{resource.ref}").status_code == 200  # her office judges
    give_resource_back(by=SYSTEM, ref=resource.ref)
    assert ion.get(file).status_code == 200
    withhold_resource(by=SYSTEM, ref=resource.ref)
    with pytest.raises(Refused):
        delete_resource(by=ion.actor, resource=resource)


def test_what_somebody_shared_is_not_shown_while_her_profile_is_not():
    ana, ion = cast.ana(), cast.ion()
    resource = shared(ana)
    withhold_profile(by=SYSTEM, ref=ana.educator.ref)
    assert titles(ion.actor) == []
    assert titles(ana.actor) == ["Count the drops"]
    assert ion.get(f"{HOME}{resource.ref}").status_code == 404


def test_it_is_reported_and_commented_below():
    ana, marek = cast.ana(), cast.marek()
    resource = shared(ana)
    marek.post(f"/comments/on/resource/{resource.ref}", {"text": "We used it today."})
    assert Comment.objects.get().text == "We used it today."
    assert "We used it today." in ana.get(f"{HOME}{resource.ref}").text
    said = Comment.objects.get().ref
    withhold_comment(by=SYSTEM, ref=said)
    assert "We used it today." not in ana.get(f"{HOME}{resource.ref}").text
    give_comment_back(by=SYSTEM, ref=said)
    assert "We used it today." in ana.get(f"{HOME}{resource.ref}").text
    address = f"/care/report/resource/{resource.ref}"
    secret = marek.get(address).context["form"]["secret"].value()
    marek.post(address, {"reason": "selling", "words": "Not hers", "secret": secret})
    assert Case.objects.count() == 1


# ------------------------------------------------------------- going


def test_after_thirty_days_files_comments_and_words_are_gone(clock):
    ana, marek = cast.ana(), cast.marek()
    resource = shared(ana, files=[received("sheet.pdf")])
    marek.post(f"/comments/on/resource/{resource.ref}", {"text": "Nice"})
    (name,) = resource.files.values_list("stored_name", flat=True)
    assert contents_of_resources([name, "other"]) == {name}
    delete_resource(by=ana.actor, resource=resource)
    clock.passes(days=29)
    assert purge_resources(by=SYSTEM) == []
    clock.passes(days=2)
    KINDS["resources.purge"].run({})
    assert not disk.path_of(name).exists()
    assert not ResourceFile.objects.exists()
    assert not Comment.objects.exists()


def test_with_its_author_it_goes_and_with_a_reader_her_thanks():
    ana, marek = cast.ana(), cast.marek()
    mine, hers = shared(ana), shared(marek, title="Stars")
    ana.post(f"{HOME}{hers.ref}/thank")
    marek.post(f"{HOME}{mine.ref}/keep")
    erase_account(by=SYSTEM, account=ana.account)
    assert list(Resource.objects.values_list("title", "thanks")) == [("Stars", 0)]
    assert not Kept.objects.exists()


def test_a_file_is_taken_off_but_never_the_last_thing(settings):
    ana = cast.ana()
    resource = shared(ana, files=[received("a.pdf"), received("b.pdf")], links="")
    first, second = resource.files.order_by("pk")
    ana.post(f"{HOME}files/{first.ref}/remove")
    page = ana.post(f"{HOME}files/{second.ref}/remove", follow=True)
    assert "Add a file or a link." in page.text
    assert [file.name for file in resource.files.all()] == ["b.pdf"]
    assert (
        "checked" not in ana.get(f"{HOME}{resource.ref}/edit").text.split('name="declared"')[1][:80]
    )
    assert ana.post(f"{HOME}{resource.ref}/edit", typed(declared="")).status_code == 422
    saved = ana.post(f"{HOME}{resource.ref}/edit", typed(title="Better"), follow=True)
    assert "Your resource is saved." in saved.text
    assert Resource.objects.get().edited_at is not None


def test_two_accounts_that_become_one_thank_once_and_never_themselves():
    ana, marek, ion = cast.ana(), cast.marek(), cast.ion()
    of_ion, of_marek = shared(ion), shared(marek, title="Stars")
    for person, resource in ((ana, of_ion), (marek, of_ion), (ana, of_marek), (ion, of_marek)):
        person.post(f"{HOME}{resource.ref}/thank")
    join_accounts(
        by=ana.actor,
        account=ana.account,
        other=marek.account,
        epoch=marek.account.session_epoch,
        stays=ana.account.ref,
    )
    assert dict(Resource.objects.values_list("title", "thanks")) == {
        "Count the drops": 1,
        "Stars": 1,
    }
