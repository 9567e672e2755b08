"""Addresses of TwinSpaces, all under ``/twinspaces/``."""

from django.urls import path

from opentwinning.collaboration.twinspaces.views import (
    administration,
    feed,
    guests,
    home,
    lessons,
    people,
)

app_name = "twinspaces"
urlpatterns = [
    path("", home.mine, name="mine"),
    path("feeds/<str:ref>", feed.feed, name="feed"),
    path("guests/<str:ref>", guests.start, name="guest"),
    path("guests/<str:ref>/<str:thing_ref>", guests.thing, name="guest_thing"),
    path("<str:ref>", home.home, name="home"),
    path("<str:ref>/today", home.today, name="today"),
    path("<str:ref>/guide/close", home.end_guide, name="end_guide"),
    path("<str:ref>/lessons", lessons.lessons, name="lessons"),
    path("<str:ref>/people", people.people, name="people"),
    path("<str:ref>/people/classes/<str:class_ref>/bring", people.bring, name="bring"),
    path(
        "<str:ref>/people/classes/<str:class_ref>/out",
        people.take_class_out,
        name="take_class_out",
    ),
    path("<str:ref>/people/<str:member_ref>/out", people.take_out, name="take_out"),
    path("<str:ref>/people/<str:member_ref>/nudge", people.nudge, name="nudge"),
    path("<str:ref>/people/<str:member_ref>", people.power, name="power"),
    path("<str:ref>/invite-guest", guests.invite, name="invite_guest"),
    path("<str:ref>/our-guests/<str:guest_ref>", guests.prolong, name="prolong_guest"),
    path("<str:ref>/our-guests/<str:guest_ref>/end", guests.end, name="end_guest"),
    path("<str:ref>/publish", administration.publish, name="publish"),
    path("<str:ref>/settings", administration.settings, name="settings"),
]
