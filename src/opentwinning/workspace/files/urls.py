"""Addresses of files, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.files import views

app_name = "files"
urlpatterns = [
    path("<str:ref>/files/", views.library, name="library"),
    path("<str:ref>/files/add/", views.upload, name="upload"),
    path("<str:ref>/files/uploads/", views.uploads, name="uploads"),
    path("files/uploads/<str:ref>", views.resume, name="resume"),
    path("files/uploads/<str:ref>/cancel/", views.cancel, name="cancel"),
    path("<str:ref>/files/trash/", views.trash, name="trash"),
    path("<str:ref>/files/pictures.json", views.pictures, name="pictures"),
    path("<str:ref>/files/preview", views.preview, name="preview"),
    path("files/<str:ref>/", views.file, name="file"),
    path("files/<str:ref>/album/", views.album, name="album"),
    path("files/<str:ref>/edit/", views.edit, name="edit"),
    path("files/<str:ref>/pupils/", views.pupils, name="pupils"),
    path("files/<str:ref>/replace/", views.replace, name="replace"),
    path("files/<str:ref>/delete/", views.delete, name="delete"),
    path("files/<str:ref>/restore/", views.restore, name="restore"),
    path("files/<str:ref>/content", views.content, name="content"),
    path("files/<str:ref>/thumb", views.thumb, name="thumb"),
]
