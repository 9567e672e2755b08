"""What import tools cannot see: foreign keys, URL names and includes point down too."""

import re

import pytest
from django.apps import apps as registry
from django.urls import get_resolver

from opentwinning.config.checks import addresses
from tests.guards.house import FLOORS, app_of, name, sources, templates

# Within a floor: what may know what, bottom first.
ORDER = [
    "audit", "jobs", "drafts", "limits", "search", "notifications", "realtime", "accounts",
    "identity", "support", "educators", "external", "organisations", "pupils", "consents",
    "certificates", "safeguarding", "spaces", "files", "pages", "posts", "forums", "chats",
    "meetings", "calendar", "activities", "votes", "remarks", "networking", "papers", "comments",
    "walls", "resources", "projects", "twinspaces", "boxes", "recognition", "portal", "today",
    "desk",
]  # fmt: skip
# Addresses every page may link to: the frame of the site is the same everywhere.
FRAME = {"portal", "today", "desk", "accounts", "pupils"}


def test_every_app_has_its_place_in_the_order():
    ours = {c.label for c in registry.get_app_configs() if c.name.startswith("opentwinning.")}
    assert ours - {"core", "config"} == set(ORDER)


def test_foreign_keys_point_down():
    wrong = []
    for model in registry.get_models():
        for field in model._meta.concrete_fields:
            target = field.related_model
            if target is None or not model.__module__.startswith("opentwinning."):
                continue
            here, there = model._meta.app_label, target._meta.app_label
            if ORDER.index(there) > ORDER.index(here):
                wrong.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    assert not wrong


def test_links_by_name_point_down():
    """A page never links by name to a higher app, except to the frame of the site."""
    link = re.compile(
        r"""(?:{%\s*url\s+|reverse\(\s*|reverse_lazy\(\s*|\bgo\(\s*request,\s*)["'](\w+):"""
    )
    wrong = []
    for path in (*templates(), *sources()):
        here = app_of(path)
        if here is None or here[0] == "doors":
            continue
        wrong += [
            f"{name(path)} -> {there}"
            for there in set(link.findall(path.read_text("utf-8"))) - FRAME
            if ORDER.index(there) > ORDER.index(here[1])
        ]
    assert not wrong


def test_includes_point_down():
    """A template includes or extends its own app's files, lower apps' or the skeletons of core."""
    include = re.compile(r"""{%\s*(?:include|extends)\s+["'](\w+)/""")
    wrong = []
    for path in templates():
        here = app_of(path)
        if here is None:
            continue
        wrong += [
            f"{name(path)} -> {there}"
            for there in include.findall(path.read_text("utf-8"))
            if there in ORDER and ORDER.index(there) > ORDER.index(here[1])
        ]
    assert not wrong


def test_every_address_is_named_and_has_an_audience():
    """B1: deny by default."""
    assert get_resolver().url_patterns
    wrong = [n for n, view in addresses() if n.endswith("None") or not hasattr(view, "audiences")]
    assert not wrong


@pytest.mark.django_db
def test_the_house_opens(settings):
    """Every start-up check passes: policy rows, privacy declarations."""
    from opentwinning.config.checks import every_address_has_a_row, every_field_is_declared

    assert FLOORS
    assert every_address_has_a_row() == []
    assert every_field_is_declared() == []
