"""The head of a new school hears that it is here, once (X-11)."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.actions.mails import write_to_school
from opentwinning.people.organisations.models import Head, Organisation
from opentwinning.people.organisations.policies import may_join_organisation


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
    write_to_school(
        email,
        "organisations/mail/school_registered.txt",
        educator=educator,
        school=organisation,
        url=f"/organisations/{organisation.ref}",
        dedupe_key=f"school-registered:{organisation.pk}",
    )
    note(organisation, head_told=True)
    return head
