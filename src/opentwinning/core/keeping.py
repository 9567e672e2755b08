"""A visitor sent a form to a closed address: the session ended while she typed. Keep the text.

The answer is the sign-in page, and the fields travel with it, signed, in a hidden field. After
signing in she sees them again and sends them with one click.
"""

import json

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from opentwinning.core.actor import VISITOR
from opentwinning.core.addresses import reverse
from opentwinning.core.places import is_local_door_open, panels

SALT = "opentwinning.kept-text"
MAX_BYTES = 200_000
MAX_AGE = 3 * 60 * 60  # seconds


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Redirect a reader to sign in; answer a writer with the sign-in page and her text inside."""
    if request.method != "POST":
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('accounts:sign_in')}?{query}")
    text = kept(request)
    context = {
        "kept": text,
        "is_local_open": is_local_door_open(),
        "panels": panels("sign_in", VISITOR, {"next": "", "kept": text}),
    }
    return render(request, "accounts/sign_in_again.html", context, status=401)


def kept(request: HttpRequest) -> str:
    """The posted fields (no files, no passwords, no token), signed; "" when too long."""
    fields = {
        name: request.POST.getlist(name)
        for name in request.POST
        if name != "csrfmiddlewaretoken" and "password" not in name
    }
    payload = {"path": request.get_full_path(), "fields": fields}
    if len(json.dumps(payload)) > MAX_BYTES:
        return ""
    return signing.dumps(payload, salt=SALT, compress=True)


def unpack(token: str) -> tuple[str, dict[str, list[str]]] | None:
    """The path and fields of a kept form, or None when it is too old or not ours."""
    try:
        payload = signing.loads(token, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None
    return payload["path"], payload["fields"]
