"""Notices and drafts."""

from opentwinning.facilities.drafts.actions import save_draft
from opentwinning.facilities.notifications.actions import add_device, tell
from opentwinning.facilities.notifications.models import Notice
from opentwinning.facilities.notifications.queries import stop_token


def furnish(world):
    world.put("any", "draft_key", "matrix:draft")
    world.put("any", "stop_token", stop_token(world.own.founder.account.pk, "projects"))
    for scope in ("own", "other"):
        person = world.scene(scope).founder
        tell(
            [person.account.pk], "educators.asked", url="/today/", message=f"CANARY-notice-{scope}"
        )
        notice = Notice.objects.filter(account_id=person.account.pk).latest("pk")
        world.put(scope, "notice", notice.ref)
    save_draft(
        by=world.own.founder.actor,
        key="matrix:canary",
        fields={"text": ["CANARY-draft-own"]},
        url="/",
        title="CANARY-draft-title-own",
        base_stamp="",
    )
    world.canary("own", "draft title", "CANARY-draft-title-own", {"PF"})
    for scope, person in (("own", world.own.founder), ("other", world.other.founder)):
        device = add_device(
            account_id=person.account.pk, name="Phone", endpoint=f"https://push.test/{scope}",
            public_key="key", secret="secret",
        )  # fmt: skip
        world.put(scope, "push_device", device.ref)
