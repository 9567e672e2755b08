"""What somebody wrote: who, where from, when, the text, what can be done with it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, ClassVar

from opentwinning.core.components.contract import Component, Story, component


@component
class Post(Component):
    """For wall posts, diary posts, forum replies, comments and messages.

    The content slot takes the rendered text; put replies (posts again) into ``replies``.
    """

    slots: ClassVar[tuple[str, ...]] = ("content", "head", "actions", "replies", "reactions")

    author: str
    key: str
    moment: Any = None
    country: str = ""
    role: str = ""
    author_href: str = ""
    title: str = ""
    href: str = ""
    lang: str = ""
    id: str = ""
    note: str = ""
    picture: str = ""
    own: bool = False
    unread: bool = False
    small: bool = False
    hidden: bool = False
    level: int = 3

    @classmethod
    def stories(cls) -> Iterable[Story]:
        moment = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
        yield Story(
            "Diary post",
            {
                "author": "Elena Dimitrova",
                "key": "edu_7",
                "country": "BG",
                "role": "Teacher",
                "title": "Our river in March",
                "moment": moment,
                "lang": "en",
            },
            {
                "content": "<p>We measured 8 degrees today. How warm is the water in Porto?</p>",
                "actions": '{% component "button" label="Reply" kind="quiet" size="small" %}',
            },
        )
        yield Story(
            "Reply",
            {
                "author": "João Pires",
                "key": "edu_2",
                "country": "PT",
                "moment": moment,
                "small": True,
                "unread": True,
                "lang": "en",
            },
            {"content": "<p>12 degrees, and it rains!</p>"},
        )
        yield Story(
            "Hidden",
            {
                "author": "Milan",
                "key": "pup_2",
                "country": "RS",
                "moment": moment,
                "hidden": True,
                "note": "Hidden by a teacher. Only teachers see this.",
            },
            {"content": "<p>Text that was hidden.</p>"},
        )
