"""Redis only rings the bell: the truth is in the table, the bell saves the wait (K4)."""

import logging
import time

import redis
from django.conf import settings

CHANNEL = "opentwinning:jobs"
log = logging.getLogger(__name__)


def ring() -> None:
    """Wake the workers; without Redis they wake by themselves soon enough."""
    try:
        client = redis.Redis.from_url(settings.ENVIRONMENT.redis_url, socket_timeout=1)
        client.publish(CHANNEL, "1")
        client.close()
    except redis.RedisError:
        log.warning("the job bell is out of reach; workers poll")


def wait(seconds: float) -> None:
    """Sleep until the bell rings or the time is over."""
    if not settings.ENVIRONMENT.redis_url:
        time.sleep(seconds)
        return
    try:
        client = redis.Redis.from_url(settings.ENVIRONMENT.redis_url, socket_timeout=seconds + 1)
        with client.pubsub(ignore_subscribe_messages=True) as listening:  # type: ignore[no-untyped-call]  # untyped library
            listening.subscribe(CHANNEL)
            listening.get_message(timeout=seconds)
        client.close()
    except redis.RedisError:
        time.sleep(seconds)
