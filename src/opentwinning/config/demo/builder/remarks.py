"""What members say about pages."""

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.remark_shapes import DemoRemark
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.remarks.actions import react, settle_remark, write_remark


def plan(world: World, timeline: Timeline) -> None:
    """Said on their days, answered at noon."""
    for each in reader.remarks():
        timeline.add(each.written, 12, say, world, each)


def say(world: World, each: DemoRemark) -> None:
    """With answers and signs."""
    project = reader.projects()[each.project]
    page = Page.objects.get(space=world.space_of(each.project), title=each.page)
    by = world.writer(project, each.by, "en")
    made = write_remark(by=by, kind="page", thing_ref=page.ref, text=each.text, quote=each.quote)
    for who, words in each.answers.items():
        answering = world.writer(project, who, "en")
        write_remark(by=answering, kind="page", thing_ref=page.ref, text=words, parent=made)
    for who, sign in each.signs.items():
        giving = world.writer(project, who, "en")
        react(by=giving, kind="page", thing_ref=page.ref, name=sign)
    if each.settled:
        settle_remark(by=world.actor("ana"), remark=made, is_settled=True)
