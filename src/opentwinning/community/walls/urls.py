"""Addresses of walls."""

from django.urls import path

from opentwinning.community.walls.views import read, write

app_name = "walls"
urlpatterns = [
    path("", read.stream, name="stream"),
    path("new", write.new, name="new"),
    path("trash", read.trash, name="trash"),
    path("of/<str:ref>", read.wall, name="wall"),
    path("posts/<str:ref>", read.post, name="post"),
    path("posts/<str:ref>/edit", write.edit, name="edit"),
    path("posts/<str:ref>/delete", write.delete, name="delete"),
    path("posts/<str:ref>/undelete", write.undelete, name="undelete"),
]
