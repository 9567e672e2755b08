"""Nothing of a TwinSpace is forgotten when it is taken along (idea 9): each tool offers a part."""

from django.apps import apps as registry

from opentwinning.core.boxes import BOX_PARTS
from opentwinning.core.places import SPACE_TOOLS
from tests.guards.house import app_of, sources

# Who offers none, and why.
WITHOUT = {
    "spaces": "people stand in a box as authors; rules stay with the place",
    "meetings": "nothing of them is recorded; their days were in the calendar",
    "chats": "what is said there is gone after 90 days; teachers take the transcript",
}


def workspace_apps() -> set[str]:
    found = registry.get_app_configs()
    return {each.label for each in found if each.name.startswith("opentwinning.workspace.")}


def offering() -> set[str]:
    """Apps in whose wiring a part is declared."""
    found = {app_of(path) for path in sources() if "BOX_PARTS.add(" in path.read_text("utf-8")}
    return {place[1] for place in found if place is not None}


def test_every_tool_of_a_space_offers_a_part_or_says_why_not():
    assert workspace_apps() - offering() == set(WITHOUT)


def test_every_entry_of_the_menu_is_a_tool_that_was_asked():
    tools = {each.url_name.partition(":")[0] for each in SPACE_TOOLS}
    assert tools - {"twinspaces", "boxes"} <= workspace_apps()
    assert len(BOX_PARTS) >= len(offering())
