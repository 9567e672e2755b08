"""Offices word the form of their country, language by language."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.people.consents.actions import word_form
from opentwinning.people.consents.forms import TextForm
from opentwinning.people.consents.policies import may_word_consents
from opentwinning.people.consents.queries import (
    form_words,
    languages_of_forms,
    text_of,
    texts_of,
)
from opentwinning.people.support.queries import office_language, participating_countries


@open_to(Audience.OFFICERS)
def texts(request: ActorRequest, country: str) -> HttpResponse:
    """One language at a time; a saving is a new version (J12)."""
    code = country.upper()
    deny_unless(may_word_consents(request.actor, code))
    if code not in participating_countries():
        raise Refused(hidden())
    known = languages_of_forms(texts_of(code))
    wanted = request.POST.get("language") or request.GET.get("language", "")
    language = wanted if wanted in dict(known) else office_language(code)
    own = text_of(code, language)
    form = TextForm(request.POST or None, language=language, initial={"text": own})
    if form.is_valid() and form.did(
        lambda: word_form(by=request.actor, country=code, **form.details())
    ):
        messages.success(request, pgettext("consent", "Families read this text from now on."))
        return redirect(f"{reverse('consents:texts', args=[code])}?language={language}")
    return page(
        request,
        "consents/texts.html",
        country=code,
        form=form,
        language=language,
        tabs=[
            {
                "label": label,
                "url": f"{reverse('consents:texts', args=[code])}?language={each}",
                "current": each == language,
            }
            for each, label in known
        ],
        is_own=bool(own),
        html=richtext.rendered(form_words(code, language).text),
    )
