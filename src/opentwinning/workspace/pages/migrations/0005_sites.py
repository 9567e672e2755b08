"""Sites whose things may be shown inside pages, beginning with those schools use."""

from typing import Any

import opentwinning.core.clock
import opentwinning.core.ids
from django.db import migrations, models

from opentwinning.core.permits import free_writing

FIRST = (
    (
        "YouTube",
        "https://www.youtube.com/watch?v={id}\nhttps://m.youtube.com/watch?v={id}\n"
        "https://youtu.be/{id}\nhttps://www.youtube.com/shorts/{id}",
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    ("Vimeo", "https://vimeo.com/{id}", "https://player.vimeo.com/video/{id}?dnt=1"),
    (
        "Framatube (PeerTube)",
        "https://framatube.org/w/{id}\nhttps://framatube.org/videos/watch/{id}",
        "https://framatube.org/videos/embed/{id}",
    ),
    (
        "Genially",
        "https://view.genially.com/{id}\nhttps://view.genially.com/{id}/{name}\n"
        "https://view.genial.ly/{id}\nhttps://view.genial.ly/{id}/{name}",
        "https://view.genially.com/{id}",
    ),
    ("Padlet", "https://padlet.com/{owner}/{title}-{id}", "https://padlet.com/embed/{id}"),
    (
        "Wikimedia Commons",
        "https://commons.wikimedia.org/wiki/File:{name}",
        "https://commons.wikimedia.org/wiki/File:{name}?embedplayer=yes",
    ),
)


def first_sites(apps: Any, schema_editor: Any) -> None:
    """The centre changes this list from now on."""
    site = apps.get_model("pages", "EmbedSite")
    with free_writing():
        for name, patterns, frame in FIRST:
            site.objects.create(name=name, patterns=patterns, frame=frame)


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0004_kept_for'),
    ]

    operations = [
        migrations.CreateModel(
            name='EmbedSite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', opentwinning.core.ids.RefField(prefix='sit')),
                ('name', models.CharField(max_length=60, unique=True)),
                ('patterns', models.TextField()),
                ('frame', models.CharField(max_length=300)),
                ('is_open', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField(default=opentwinning.core.clock.now)),
            ],
        ),
        migrations.RunPython(first_sites, migrations.RunPython.noop),
    ]
