"""The picture beside a name (R-27): made anew, seen with the profile, gone with it."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from opentwinning.core.actor import SYSTEM
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.people.accounts.actions import erase_account, join_accounts
from opentwinning.people.educators.actions import add_photo, withhold_profile
from opentwinning.people.educators.models import Educator, Photo
from opentwinning.people.educators.vocabulary import PHOTOS, PHOTOS_PER
from tests import cast

pytestmark = pytest.mark.django_db
PAGE = "/educators/photo"


def drawn(width=500, height=300, colour="teal", kind="JPEG", **saved):
    content = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(content, kind, **saved)
    return content.getvalue()


def sent(content, name="me.jpg"):
    return {"uploads": SimpleUploadedFile(name, content)}


def with_photo(person):
    return add_photo(by=person.actor, educator=person.educator, large=b"RIFFlarge", small=b"RIFFs")


def address(person, size="small"):
    return f"/educators/{person.educator.ref}/photo/{person.educator.photo_key}/{size}"


def test_a_photo_becomes_two_squares_of_pixels_and_nothing_else():
    ana = cast.ana()
    exif = Image.Exif()
    exif[0x010F] = "CANARY-camera"
    page = ana.post(PAGE, sent(drawn(exif=exif.tobytes())), follow=True)
    assert "This is how colleagues see you now." in page.text
    for size, side in (("large", 384), ("small", 96)):
        answer = ana.get(address(ana, size))
        assert answer.headers["Content-Type"] == "image/webp"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert b"CANARY" not in answer.content
        with Image.open(io.BytesIO(answer.content)) as square:
            assert square.size == (side, side)


@pytest.mark.parametrize("name", ["me.heic", "me.svg", "me.jpg"])
def test_what_is_no_picture_is_refused_with_a_sentence(name):
    page = cast.ana().post(PAGE, sent(b"<svg onload=alert(1)>", name))
    assert page.status_code == 422
    assert "JPEG" in page.text
    assert not Photo.objects.exists()


def test_it_is_seen_by_whoever_sees_the_profile_and_its_old_address_ends():
    ana, marek, ewa = cast.ana(), cast.marek(), cast.ewa()
    with_photo(ana)
    old = address(ana)
    assert old in marek.get("/partners/").text
    assert address(ana, "large") in marek.get(f"/educators/{ana.educator.ref}").text
    assert marek.get(old).status_code == 200
    assert ewa.get(old).status_code == 404  # not validated yet (A15)
    assert cast.Visitor().get(old).status_code == 302
    assert marek.get(old.replace("small", "huge")).status_code == 404
    with_photo(ana)
    assert marek.get(old).status_code == 404
    assert marek.get(address(ana)).status_code == 200
    withhold_profile(by=SYSTEM, ref=ana.educator.ref)
    assert marek.get(address(ana)).status_code == 404


def test_she_takes_it_away_and_the_drawing_stands_for_her_again():
    ana = cast.ana()
    with_photo(ana)
    assert "Delete the photo" in ana.get(PAGE).text
    ana.post(f"{PAGE}/remove")
    assert not Photo.objects.exists()
    assert "/photo/" not in cast.marek().get("/partners/").text


def test_she_gets_it_with_her_data_and_it_goes_with_her():
    ana = cast.ana()
    with_photo(ana)
    held = ana.post("/today/my-data", {"form": "json"})
    assert json.loads(held.content)["educators.photo"][0]["large"] == "data:;base64,UklGRmxhcmdl"
    assert "base64" not in ana.get("/today/my-data").text
    erase_account(by=SYSTEM, account=ana.account)
    assert not Photo.objects.exists()
    assert Educator.objects.get(pk=ana.educator.pk).photo_key == ""


def test_two_profiles_become_one_with_the_photo_that_is_there():
    ana, marek = cast.ana(), cast.marek()
    kept = with_photo(marek)
    join_accounts(
        by=ana.actor,
        account=ana.account,
        other=marek.account,
        epoch=marek.account.session_epoch,
        stays=ana.account.ref,
    )
    assert Educator.objects.get(account=ana.account).photo_key == kept.photo_key
    assert cast.ion().get(address(ana)).status_code == 200


def test_too_many_tries_wait_an_hour():
    ana = cast.ana()
    for _ in range(PHOTOS):
        within_limit("educators.photo", ana.educator.ref, limit=PHOTOS, per=PHOTOS_PER)
    page = ana.post(PAGE, sent(drawn(20, 20)))
    assert (page.status_code, "Wait an hour" in page.text) == (422, True)
    assert not Photo.objects.exists()
