"""Words that a teacher should look at (H14)."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import language_name
from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.people.safeguarding.actions import save_words
from opentwinning.people.safeguarding.forms import WordsForm
from opentwinning.people.safeguarding.policies import may_set_clocks
from opentwinning.people.safeguarding.queries import watched_words


@open_to(Audience.OFFICERS)
def words(request: HttpRequest) -> HttpResponse:
    """The list of one language, a word in each line."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_set_clocks(actor))
    codes = [code for code, _ in settings.LANGUAGES]
    asked = request.GET.get("language", "")
    language = asked if asked in codes else codes[0]
    known = "\n".join(watched_words(language))
    form = WordsForm(request.POST or None, initial={"words": known})
    if form.is_valid() and form.did(
        lambda: save_words(by=actor, language=language, words=form.lines())
    ):
        messages.success(request, pgettext("safeguarding", "The words are saved."))
        return redirect(f"{reverse('safeguarding:words')}?language={language}")
    tabs = [
        {"label": language_name(code), "url": f"?language={code}", "current": code == language}
        for code in codes
    ]
    return page(request, "safeguarding/words.html", form=form, tabs=tabs)
