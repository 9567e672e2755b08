"""Addresses of comments."""

from django.urls import path

from opentwinning.community.comments.views import comments

app_name = "comments"
urlpatterns = [
    path("on/<str:kind>/<str:ref>", comments.write, name="write"),
    path("on/<str:kind>/<str:ref>/close", comments.close, name="close"),
    path("on/<str:kind>/<str:ref>/open", comments.reopen, name="open"),
    path("<str:ref>/edit", comments.edit, name="edit"),
    path("<str:ref>/delete", comments.delete, name="delete"),
    path("<str:ref>/undelete", comments.undelete, name="undelete"),
    path("<str:ref>/hide", comments.hide, name="hide"),
    path("<str:ref>/show", comments.show, name="show"),
]
