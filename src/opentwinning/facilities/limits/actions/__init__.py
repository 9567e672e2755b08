"""Counting attempts (A4, A7, G3): call in the view, before the action, outside its transaction."""

import datetime as dt
import ipaddress

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest

from opentwinning.core.permits import permit
from opentwinning.facilities.limits.models import Counter
from opentwinning.facilities.limits.queries import key_of, window_of
from opentwinning.facilities.limits.vocabulary import Limit


def within_limit(what: str, who: str, *, limit: int, per: dt.timedelta) -> bool:
    """Count one attempt at ``what`` by ``who``; False once there were more than ``limit`` in the
    window. ``who`` is stored hashed: no addresses or networks lie around."""
    key, window = key_of(what, who), window_of(per)
    with permit("limits"), transaction.atomic():
        Counter.objects.get_or_create(key=key, window_starts_at=window)
        row = Counter.objects.select_for_update().get(key=key, window_starts_at=window)
        Counter.objects.filter(pk=row.pk).update(count=F("count") + 1)
        return row.count + 1 <= limit


def within_limits(what: str, who: str, limits: tuple[Limit, ...]) -> bool:
    """Count one attempt in every window; False once one of them is used up. All windows count it at
    one time: who was early in the first is not late in the second."""
    with transaction.atomic():
        inside = [
            within_limit(f"{what}.{number}", who, limit=limit.tries, per=limit.per)
            for number, limit in enumerate(limits)
        ]
    return all(inside)


def forget_limits(what: str, who: str, limits: tuple[Limit, ...]) -> None:
    """Reset every window after success."""
    for number in range(len(limits)):
        forget(f"{what}.{number}", who)


def forget(what: str, who: str) -> None:
    """Reset after success, so that a person who knows her password is never slowed down."""
    with permit("limits"):
        Counter.objects.filter(key=key_of(what, who)).delete()


def network_of(request: HttpRequest) -> str:
    """The caller's network: an IPv4 address or an IPv6 /64, believing only configured proxies."""
    address = request.META.get("REMOTE_ADDR", "") or "0.0.0.0"  # noqa: S104 - a placeholder key
    trusted = settings.ENVIRONMENT.trusted_proxies
    if trusted:
        hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(hops) >= trusted and hops[-trusted].strip():
            address = hops[-trusted].strip()
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if ip.version == 6:
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)
