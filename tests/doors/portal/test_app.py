"""The platform among the apps of a telephone: manifest, worker, offline page (I2, I7)."""

import json

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from tests import cast

pytestmark = pytest.mark.django_db


def test_the_manifest_names_icons_of_the_sizes_it_says():
    answer = Client().get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    manifest = json.loads(answer.content)
    assert (manifest["display"], manifest["start_url"]) == ("standalone", "/today/")
    for icon in manifest["icons"]:
        path = finders.find(icon["src"].removeprefix("/static/"))
        with Image.open(path) as drawn:
            assert f"{drawn.width}x{drawn.height}" == icon["sizes"]
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    assert (
        '<link rel="manifest" href="/manifest.webmanifest">' in Client().get("/").content.decode()
    )


def test_the_worker_stands_at_the_root_and_is_asked_for_anew():
    answer = Client().get("/service-worker.js?language=sl")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_the_offline_page_is_the_same_for_everybody():
    """What the worker keeps is fetched as a visitor; in the reader's language."""
    assert "kept on this device" in Client().get("/offline").content.decode()
    assert "Ana" not in Client().get("/offline").content.decode()
    assert cast.ana().get("/sl/offline").status_code == 200
