"""What some teachers give to others (L-12)."""

from django.core.files.uploadedfile import SimpleUploadedFile

from opentwinning.community.resources.actions import share_resource, thank_for
from opentwinning.community.resources.models import Resource
from opentwinning.community.resources.vocabulary import TraitKind
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.resource_shapes import DemoResource
from opentwinning.workspace.files.adapters.reception import receive
from opentwinning.workspace.files.vocabulary import UploadContext


def plan(world: World, timeline: Timeline) -> None:
    """Shared on its day, thanked for in the days after."""
    for each in reader.resources():
        timeline.add(each.day, 18, share, world, each)
        for number, key in enumerate(each.thanked_by):
            timeline.add(each.day + 1 + number, 20, thank, world, each, key)


def share(world: World, each: DemoResource) -> None:
    """With its text as a file that opens everywhere."""
    upload = SimpleUploadedFile(f"{each.file}.txt", each.content.encode(), "text/plain")
    share_resource(
        by=world.actor(each.author),
        title=each.title,
        about=each.about,
        language=each.language,
        kind=each.kind,
        licence=each.licence,
        links="",
        traits={TraitKind.SUBJECT: each.subjects, TraitKind.AGE: each.ages},
        received=[receive(upload, UploadContext.LIBRARY)],
    )


def thank(world: World, each: DemoResource, key: str) -> None:
    resource = Resource.objects.select_related("author").get(title=each.title)
    thank_for(by=world.actor(key), resource=resource, thanks=True)
