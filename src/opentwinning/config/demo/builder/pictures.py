"""Each TwinSpace gets its cover picture, uploaded like any picture."""

from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.collaboration.twinspaces.actions import describe_twinspace
from opentwinning.collaboration.twinspaces.queries import twinspace_of
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.shapes import DemoProject
from opentwinning.workspace.files.actions import add_file
from opentwinning.workspace.files.adapters.reception import receive
from opentwinning.workspace.files.vocabulary import PeopleShown, UploadContext


def plan(world: World, timeline: Timeline) -> None:
    """The first founder decorates the home two days after the approval."""
    for project in reader.projects().values():
        if "approved" in project.days:
            timeline.add(project.days["approved"] + 2, 16, decorate, world, project)


def decorate(world: World, project: DemoProject) -> None:
    """Upload the cover and show it on the home of the TwinSpace."""
    by = world.actor(project.founders[0])
    twinspace = twinspace_of(world.projects[project.key])
    if twinspace is None:
        raise LookupError(f"{project.key} has no TwinSpace")
    name = f"{project.cover}.webp"
    upload = SimpleUploadedFile(name, reader.picture(project.cover).read_bytes(), "image/webp")
    cover = add_file(
        by=by,
        space=twinspace.space,
        received=receive(upload, UploadContext.LIBRARY),
        alt_text=reader.picture_texts()[project.cover].get(project.language, project.title),
        album="Covers",
        people_shown=PeopleShown.NOBODY,
    )
    world.covers[project.key] = cover
    describe_twinspace(
        by=by,
        twinspace=twinspace,
        title=twinspace.space.title,
        description=project.description,
        cover=cover,
    )
