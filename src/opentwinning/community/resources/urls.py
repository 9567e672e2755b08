"""Addresses of shared resources."""

from django.urls import path

from opentwinning.community.resources.views import browse, share

app_name = "resources"
urlpatterns = [
    path("", browse.resources, name="resources"),
    path("new", share.new, name="new"),
    path("files/<str:ref>", browse.file, name="file"),
    path("files/<str:ref>/remove", share.remove_file, name="remove_file"),
    path("<str:ref>", browse.resource, name="resource"),
    path("<str:ref>/edit", share.edit, name="edit"),
    path("<str:ref>/delete", share.delete, name="delete"),
    path("<str:ref>/restore", share.restore, name="restore"),
    path("<str:ref>/thank", share.thank, name="thank"),
    path("<str:ref>/keep", share.keep, name="keep"),
]
