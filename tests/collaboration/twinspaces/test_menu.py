"""Whoever is in a tool of a TwinSpace sees in the main menu where she is."""

from opentwinning.core.places import MENU, SPACE_TOOLS


def test_every_tool_marks_my_twinspaces_as_the_current_entry():
    (entry,) = [each for each in MENU if each.url_name.startswith("twinspaces:")]

    tools = {tool.url_name.partition(":")[0] for tool in SPACE_TOOLS}

    assert tools - set(entry.namespaces) == set()
