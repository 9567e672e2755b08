"""Whoever hides what somebody wrote gives reasons and hears an objection (H17)."""

import ast

from opentwinning.people.safeguarding.vocabulary import REPORTABLES
from tests.guards.house import app_of, sources, tree

VERBS = ("hide_", "suspend_", "remove_", "withhold_")
REASONED = {"state_reasons", "suspend_account"}
# Who may do without, and why.
KNOWN = {
    # Called by a decision, which states the reasons: safeguarding listens and tells.
    "withhold_call", "withhold_answer", "withhold_reply", "withhold_post", "withhold_page",
    "withhold_message", "withhold_comment", "withhold_wall_post",
    "withhold_event", "withhold_hand_in", "withhold_poll", "withhold_remark",
    # Colleagues inside a TwinSpace, with a reason the author reads beside the text; no officer.
    "hide_message", "hide_reply", "hide_post", "hide_remark",
    # The owner of a thing below it, as anybody moderates her own page; its author still reads it.
    "hide_comment",
    # Safeguarding hears of it and states the reasons.
    "suspend_account",
}  # fmt: skip


def actions() -> dict[str, set[str]]:
    """Names of actions with such a verb, and what each calls."""
    found = {}
    for path in sources():
        if app_of(path) is None or "actions" not in path.parts:
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith(VERBS):
                calls = {
                    call.func.id
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
                }
                found[node.name] = calls
    return found


def test_every_removal_states_its_reasons():
    silent = {
        each
        for each, calls in actions().items()
        if each not in KNOWN and not calls & REASONED and touches_a_text(each)
    }
    assert not silent


def touches_a_text(action: str) -> bool:
    """Removing a passkey, a partner or one's own file is another matter."""
    nouns = {
        "call", "answer", "message", "reply", "post", "page", "educator", "account", "wall",
        "comment", "event",
    }  # fmt: skip
    return bool(nouns & set(action.split("_")))


def test_the_exceptions_exist():
    assert set(actions()) >= KNOWN


def test_every_kind_that_can_be_hidden_is_hidden_by_the_app_that_keeps_it():
    """A decision to hide must reach the kind's own two actions, and both (H17)."""
    hidden = {each.kind: each.hiding for each in REPORTABLES if each.hiding is not None}
    assert set(hidden) == {
        "answer", "call", "chat_message", "comment", "event", "file", "hand_in", "meeting",
        "message", "page",
        "poll", "post", "profile", "project", "remark", "reply", "resource", "wall_post",
    }  # fmt: skip
    for way in ("withhold", "give_back"):
        assert len({getattr(hiding, way) for hiding in hidden.values()}) == len(hidden)
