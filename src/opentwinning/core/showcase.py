"""The showcase: every component with all its stories on one page, for people and for tests."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Template
from django.utils.safestring import SafeString

from opentwinning.core.components import contract

WIDE = {
    "banner", "check_answers", "context_bar", "editor_tools", "empty_state", "error_summary",
    "form_fields", "list_row", "page_head", "picture_grid", "post", "search_box", "step_line",
    "table", "tabs", "task_list", "timeline", "breadcrumbs",
}  # fmt: skip
SMALL = {"avatar", "cover", "tag", "state_tag", "presence", "country"}
LISTS = {
    "figure": "ot-figures",
    "list_row": "ot-rows",
    "rule_line": "ot-rules",
    "file_tile": "ot-files",
}
TOKENS = (
    "text", "text-muted", "primary", "accent", "success", "warning", "danger", "info", "coral",
    "border-control",
)  # fmt: skip


def told(name: str, story: contract.Story, context: Context) -> SafeString:
    """One story as markup; its slots are template source."""
    slots = {
        key: SafeString(Template("{% load ot %}" + source).render(context))
        for key, source in story.slots.items()
    }
    inside = contract.render_component(name, story.props, slots=slots, context=context)
    frame = LISTS.get(name)
    return SafeString(f'<ul class="{frame}">{inside}</ul>') if frame else inside


def chapters(context: Context) -> list[dict[str, object]]:
    """All components with their stories, in alphabetical order."""
    return [
        {
            "name": name,
            "about": _about(name),
            "width": "wide" if name in WIDE else "small" if name in SMALL else "",
            "stories": [
                (story.title, told(name, story, context))
                for story in contract.component_named(name).stories()
            ],
        }
        for name in contract.component_names()
    ]


def showcase(request: HttpRequest) -> HttpResponse:
    """The page itself; who may see it is decided where its address is wired."""
    context = Context({"request": request})
    return render(request, "core/showcase.html", {"chapters": chapters(context), "tokens": TOKENS})


def _about(name: str) -> str:
    """First line of what the contract says about itself."""
    words = contract.component_named(name).__doc__ or name
    return words.strip().splitlines()[0].replace("``", "")
