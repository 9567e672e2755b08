"""Answers to check before sending, each with a link to change it."""

from collections.abc import Iterable
from typing import Any

from opentwinning.core.components.contract import Component, Story, component


@component
class CheckAnswers(Component):
    """``rows``: label, value, url to change it. Without url the row is only read."""

    rows: Iterable[Any]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        yield Story(
            "Before sending",
            {
                "rows": [
                    {"label": "Title", "value": "Water around us", "url": "#"},
                    {"label": "Partners", "value": "Elena (Bulgaria), João (Portugal)", "url": "#"},
                    {"label": "Founder", "value": "Elena Dimitrova"},
                ]
            },
        )
