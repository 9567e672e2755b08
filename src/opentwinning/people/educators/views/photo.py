"""One's photo, and photos of colleagues (R-27)."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.pictures import portrait
from opentwinning.core.verdicts import Invalid, Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.people.educators.actions import add_photo, remove_photo
from opentwinning.people.educators.forms import PhotoForm
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import access_educator, photo_bytes, photo_url
from opentwinning.people.educators.views.profile import me
from opentwinning.people.educators.vocabulary import PHOTOS, PHOTOS_PER, PhotoSize

_TOO_OFTEN = pgettext_lazy("profile", "You tried many photos. Wait an hour, then go on.")


@open_to(Audience.EDUCATORS)
def photo(request: ActorRequest) -> HttpResponse:
    """Choose it, see it, take it away; its bytes are made anew by a process of its own (D6, D7)."""
    educator = me(request.actor)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if form.carry_out(lambda: _added(request, educator, form)) is not None:
            messages.success(request, pgettext("profile", "This is how colleagues see you now."))
            return go(request, "educators:photo")
    return page(
        request,
        "educators/photo.html",
        form=form,
        educator=educator,
        picture=photo_url(educator.ref, educator.photo_key, PhotoSize.LARGE),
        small=photo_url(educator.ref, educator.photo_key),
    )


def _added(request: ActorRequest, educator: Educator, form: PhotoForm) -> Educator:
    if not within_limit("educators.photo", educator.ref, limit=PHOTOS, per=PHOTOS_PER):
        raise Invalid(_TOO_OFTEN, "uploads")
    large, small = portrait(form.cleaned_data["uploads"].read())
    return add_photo(by=request.actor, educator=educator, large=large, small=small)


@open_to(Audience.EDUCATORS, methods=("POST",))
def remove(request: ActorRequest) -> HttpResponse:
    """The drawing stands for her again."""
    remove_photo(by=request.actor, educator=me(request.actor))
    messages.success(request, pgettext("profile", "Your photo is deleted."))
    return go(request, "educators:photo")


@open_to(Audience.EDUCATORS, Audience.OFFICERS, methods=("GET",))
def picture(request: ActorRequest, ref: str, key: str, size: str) -> HttpResponse:
    """The bytes, for whoever sees the profile now. The address changes with the photo."""
    if size not in set(PhotoSize):
        raise Refused(hidden())
    content = photo_bytes(access_educator(request.actor, ref, to="see"), key, PhotoSize(size))
    response = HttpResponse(content, content_type="image/webp")
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=600"
    response.headers["Content-Disposition"] = "inline"
    return response
