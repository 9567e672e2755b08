"""What somebody wrote, somebody else reported, and an office decided (H6, H7)."""

from dataclasses import replace

from opentwinning.community.comments.actions import write_comment
from opentwinning.community.comments.vocabulary import COMMENT
from opentwinning.community.walls.actions import write_post
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.queries import post_to_comment
from opentwinning.community.walls.vocabulary import WALL_POST
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.wall_shapes import DemoReport
from opentwinning.people.safeguarding.actions import decide_case, report_item
from opentwinning.people.safeguarding.models import Case
from opentwinning.people.safeguarding.vocabulary import Measure


def plan(world: World, timeline: Timeline) -> None:
    """Written and reported on one day, decided some days after."""
    for each in reader.reports():
        timeline.add(each.day, 19, write_and_report, world, each, minute=40)
        timeline.add(each.day + each.after, 9, decide, world, each)


def write_and_report(world: World, each: DemoReport) -> None:
    """The case is kept under the text."""
    kind, ref = _written(world, each)
    report = report_item(
        by=world.actor(each.reported_by),
        kind=kind,
        item_ref=ref,
        reason=each.reason,
        words=each.words,
    )
    world.cases[each.text] = report.case


def _written(world: World, each: DemoReport) -> tuple[str, str]:
    by = replace(world.actor(each.by), language="en")
    if not each.below:
        post = write_post(by=by, title=each.title, text=each.text, language="en", circle="all")
        return WALL_POST, post.ref
    on = post_to_comment(by, WallPost.objects.get(title=each.below).ref)
    return COMMENT, write_comment(by=by, on=on, text=each.text).ref


def decide(world: World, each: DemoReport) -> None:
    """By the office of the author's country."""
    case: Case = world.cases[each.text]
    decide_case(
        by=world.officer_of(case.country),
        case=case,
        measure=Measure(each.measure),
        rule=each.reason,
        reason=each.answer,
    )
