"""Suspensions that hold, and those somebody objected to, become statements of reasons: there is one
way to object from now on (H17)."""

import datetime as dt
import hashlib
import secrets
from typing import Any

from django.db import migrations
from django.db.models import Q

from opentwinning.core.permits import free_writing

OFFICIAL = ("national_officer", "central_officer", "operator")


def state(apps: Any, schema_editor: Any) -> None:
    Suspension = apps.get_model("accounts", "Suspension")  # noqa: N806 - a model
    Statement = apps.get_model("safeguarding", "Statement")  # noqa: N806 - a model
    latest = apps.get_model("safeguarding", "Clocks").objects.order_by("-pk").first()
    days = dt.timedelta(days=latest.appeal_days if latest else 180)
    rows = Suspension.objects.filter(Q(ended_at=None) | ~Q(appealed_at=None))
    with free_writing():
        for each in rows.select_related("account").order_by("pk"):
            Statement.objects.create(
                country=_country(apps, each.account),
                office=each.office or _programme(apps),
                appeal_until=each.at + days,
                account_id=each.account_id,
                **taken_over(each),
            )


def taken_over(suspension: Any) -> dict[str, Any]:
    """Its words as those of a statement; an answer without an objection was only a farewell."""
    return {
        # Nobody has this link; who is suspended gets a way when she tries to sign in.
        "secret_hash": hashlib.sha256(secrets.token_bytes(24)).hexdigest(),
        "kind": "account",
        "item_ref": suspension.account.ref,
        "title": suspension.account.name[:200],
        "measure": "suspend",
        "reason": suspension.reason,
        "by_account_id": suspension.by_account_id,
        "at": suspension.at,
        "appeal": suspension.appeal,
        "appealed_at": suspension.appealed_at,
        "answer": suspension.answer if suspension.appealed_at else "",
        "answered_at": suspension.answered_at if suspension.appealed_at else None,
        "ended_at": suspension.ended_at,
    }


def _country(apps: Any, account: Any) -> str:
    educator = apps.get_model("educators", "Educator").objects.filter(account=account).first()
    capacities = apps.get_model("accounts", "Capacity").objects.filter(account=account)
    return "" if educator is None or capacities.filter(role__in=OFFICIAL) else educator.country


def _programme(apps: Any) -> str:
    found = apps.get_model("support", "Programme").objects.order_by("pk").last()
    return found.name if found else ""


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0003_first_conduct"),
        ("accounts", "0004_first_addresses"),
        ("educators", "0006_trait_keys"),
    ]
    operations = [migrations.RunPython(state, migrations.RunPython.noop)]
