"""The head of a new school hears that it is here, once (X-11)."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Head, Organisation
from opentwinning.people.organisations.policies import may_join_organisation
from opentwinning.people.support.queries import office_language, programme, support_organisation_of


@action
def tell_head(
    *, by: Actor, organisation: Organisation, educator: Educator, name: str, email: str
) -> Head:
    """Keep who leads the school and write there, one single time for one school."""
    deny_unless(may_join_organisation(by, organisation.country, educator.country))
    head, is_new = Head.objects.get_or_create(
        organisation=organisation, defaults={"name": name, "email": email, "named_by": educator}
    )
    if not is_new:
        return head
    office = support_organisation_of(organisation.country)
    queue_mail(
        to=email,
        language=office_language(organisation.country),
        template="organisations/mail/school_registered.txt",
        facts={
            "person": educator.name,
            "school": organisation.name,
            "programme": programme().name,
            "office": office.name if office else "",
            "office_mail": office.email if office else "",
            "url": f"/organisations/{organisation.ref}",
        },
        dedupe_key=f"school-registered:{organisation.pk}",
    )
    note(organisation, head_told=True)
    return head
