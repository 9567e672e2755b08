"""Writing and changing a post."""

from collections.abc import Callable
from secrets import token_hex

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Conflict, Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.files.adapters.reception import discard, receive
from opentwinning.workspace.files.queries import file_address
from opentwinning.workspace.files.vocabulary import PeopleShown, UploadContext
from opentwinning.workspace.posts.actions import NewPhoto, edit_post, write_post
from opentwinning.workspace.posts.forms import EditPostForm, PostForm
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.policies import needs_approval
from opentwinning.workspace.posts.queries import access_post, photos_of
from opentwinning.workspace.posts.views.shown import photo_rows
from opentwinning.workspace.posts.vocabulary import TOOLS
from opentwinning.workspace.spaces.queries import Presence, access_space, space_context
from opentwinning.workspace.spaces.vocabulary import SpacePlace, who_sees


@open_to(Audience.MEMBERS)
def new(request: ActorRequest, ref: str, place: str) -> HttpResponse:
    """A new post in one of the places."""
    presence = access_space(request.actor, ref, place=SpacePlace(place), to_write=True)
    key = f"posts:new:{ref}:{place}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = PostForm(
        request.POST or None,
        request.FILES or None,
        initial={**begun, "form_token": token_hex(12)},
    )
    if "preview" not in request.POST and form.is_valid():
        made = _with_photos(
            form,
            lambda photos: write_post(
                by=request.actor,
                space=presence.space,
                place=place,
                photos=photos,
                **form.details(),
            ),
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return _sent(request, presence, made)
    return _composer(request, presence, SpacePlace(place), form, key=key)


def _sent(request: ActorRequest, presence: Presence, post: Post) -> HttpResponse:
    if needs_approval(presence.member, post.place):
        text = pgettext("posts", "Sent. Your teacher looks at it first.")
    else:
        text = pgettext("posts", "Your post is here.")
    messages.success(request, text)
    return go(request, TOOLS[SpacePlace(post.place)], presence.space.ref, anchor=post.ref)


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Change one's post."""
    presence, post = access_post(request.actor, ref, to="edit")
    key = f"posts:edit:{ref}"
    photos = photos_of([post])[post.pk]
    stored = {"title": post.title, "text": post.text, "version": post.version}
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = EditPostForm(
        request.POST or None,
        request.FILES or None,
        photos=photos,
        initial={**stored, **begun, "version": begun.get("version", post.version)},
    )
    if "preview" not in request.POST and form.is_valid():
        made = _saved(request, post, form)
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return _sent(request, presence, made)
    return _composer(
        request, presence, SpacePlace(post.place), form, key=key, post=post,
        photos=photo_rows(photos),
    )  # fmt: skip


def _saved(request: ActorRequest, post: Post, form: EditPostForm) -> Post | None:
    try:
        return _with_photos(
            form,
            lambda photos: edit_post(by=request.actor, post=post, photos=photos, **form.details()),
        )
    except Conflict:
        form.add_error(
            None,
            pgettext(
                "posts",
                "This post was changed elsewhere. Your text is below. "
                "Compare it with the post, then send it again.",
            ),
        )
        data = request.POST.copy()
        data["version"] = str(access_post(request.actor, post.ref)[1].version)
        form.data = data
        return None


def _with_photos(form: PostForm, write: Callable[[list[NewPhoto]], Post]) -> Post | None:
    """Receive the photos, write; whatever fails leaves nothing on disk. None: show the form."""
    photos: list[NewPhoto] = []
    people = form.cleaned_data["people_shown"] or PeopleShown.UNSURE
    result: Post | None = None
    try:
        for name, upload, alt_text in form.uploads():
            try:
                received = receive(upload, UploadContext.PHOTO)
            except Invalid as problem:
                form.add_error(name, str(problem.message))
                return None
            photos.append(NewPhoto(received, alt_text, people))
        result = form.carry_out(lambda: write(photos))
        return result
    finally:
        kept = _kept_names(result)
        for photo in photos:
            if photo.received.stored_name not in kept:
                discard(photo.received)


def _kept_names(post: Post | None) -> set[str]:
    """Contents that rows name: a form sent twice keeps those of the first time only."""
    if post is None:
        return set()
    return {file.stored_name for file in photos_of([post])[post.pk]}


def _composer(  # noqa: PLR0913 - everything the composer shows
    request: ActorRequest,
    presence: Presence,
    place: SpacePlace,
    form: PostForm,
    *,
    key: str,
    post: Post | None = None,
    photos: list[dict[str, str]] | None = None,
) -> HttpResponse:
    preview = None
    if "preview" in request.POST:
        text = request.POST.get("text", "")
        preview = richtext.rendered(text, file_address(presence, text))
    return page(
        request,
        "posts/composer.html",
        status=200 if preview is not None else None,
        **space_context(presence, request, tool=TOOLS[place]),
        form=form,
        post=post,
        photos=photos or [],
        place=str(place),
        draft_key=key,
        preview=preview,
        who=who_sees(place),
        waits=needs_approval(presence.member, place),
        lost_files=bool(request.FILES),
        back=reverse(TOOLS[place], args=[presence.space.ref]),
        preview_url=reverse("files:preview", args=[presence.space.ref]),
        images_url=reverse("files:pictures", args=[presence.space.ref]),
    )
