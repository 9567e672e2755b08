"""Addresses of posts, all under ``/spaces/``."""

from django.urls import path, register_converter

from opentwinning.workspace.posts import views
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class PlaceConverter:
    """One of the three places."""

    regex = "|".join(SpacePlace)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


register_converter(PlaceConverter, "place")
app_name = "posts"
urlpatterns = [
    path("<str:ref>/diary/", views.diary, name="diary"),
    path("<str:ref>/staff-room/", views.staff_room, name="staff_room"),
    path("<str:ref>/pupil-corner/", views.pupil_corner, name="pupil_corner"),
    path("<str:ref>/posts/new/<place:place>/", views.new, name="new"),
    path("<str:ref>/posts/waiting/", views.waiting, name="waiting"),
    path("<str:ref>/posts/trash/", views.trash, name="trash"),
    path("posts/<str:ref>/", views.read, name="post"),
    path("posts/<str:ref>/edit/", views.edit, name="edit"),
    path("posts/<str:ref>/approve/", views.approve, name="approve"),
    path("posts/<str:ref>/ask/", views.ask, name="ask"),
    path("posts/<str:ref>/hide/", views.hide, name="hide"),
    path("posts/<str:ref>/show/", views.show, name="show"),
    path("posts/<str:ref>/pin/", views.pin, name="pin"),
    path("posts/<str:ref>/unpin/", views.unpin, name="unpin"),
    path("posts/<str:ref>/delete/", views.delete, name="delete"),
    path("posts/<str:ref>/undelete/", views.undelete, name="undelete"),
    path("posts/<str:ref>/publish/", views.publish, name="publish"),
    path("posts/<str:ref>/unpublish/", views.unpublish, name="unpublish"),
    path("d/<str:ref>/", views.public, name="public"),
]
