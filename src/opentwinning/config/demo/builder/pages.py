"""Pages of TwinSpaces: written, continued by others, some of them published."""

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoPage, DemoProject, Written
from opentwinning.workspace.pages.actions import create_page, publish_page, save_page
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.spaces.vocabulary import SpacePlace


def plan(world: World, timeline: Timeline) -> None:
    """Each page on its day, what others add later, then its publication."""
    for project in reader.projects().values():
        for page in project.pages:
            timeline.add(page.day, page.hour, write, world, project, page)
            for addition in page.additions:
                timeline.add(addition.day, addition.hour, add, world, project, page, addition)
            if page.audience == "public":
                last = max([page.day, *(each.day for each in page.additions)])
                timeline.add(min(last + 1, -1), 14, publish, world, project, page)


def _row(world: World, project: DemoProject, page: DemoPage) -> Page:
    return Page.objects.select_related("space").get(pk=world.pages[project.key, page.title].pk)


def write(world: World, project: DemoProject, page: DemoPage) -> None:
    """The first version; the first public page of a project shows its cover."""
    public = [each for each in project.pages if each.audience == "public"]
    text = page.text
    if public and page is public[0]:
        cover = world.covers[project.key]
        text = f"![{cover.alt_text}](file:{cover.ref})\n\n{text}"
    world.pages[project.key, page.title] = create_page(
        by=world.writer(project, page.by, page.language),
        space=world.space_of(project.key),
        title=page.title,
        text=text,
        place=SpacePlace.STAFF_ROOM if page.audience == "staff" else SpacePlace.WHOLE,
        pupils_may_edit=page.audience == "members",
    )


def add(world: World, project: DemoProject, page: DemoPage, addition: Written) -> None:
    """Somebody else continues the page."""
    row = _row(world, project, page)
    save_page(
        by=world.actor(addition.by),
        page=row,
        title=row.title,
        text=f"{row.text.rstrip()}\n\n{addition.text}",
        version=row.version,
    )


def publish(world: World, project: DemoProject, page: DemoPage) -> None:
    """A founder shows the page to everybody."""
    row = _row(world, project, page)
    publish_page(by=world.actor(project.founders[0]), page=row, version=row.version)
