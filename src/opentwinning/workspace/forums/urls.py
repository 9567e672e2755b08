"""Addresses of the forum, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.forums import views

app_name = "forums"
urlpatterns = [
    path("<str:ref>/talk/", views.talk, name="talk"),
    path("<str:ref>/talk/new/", views.new, name="new"),
    path("<str:ref>/talk/rules/", views.rules, name="rules"),
    path("<str:ref>/talk/trash/", views.trash, name="trash"),
    path("talk/<str:ref>/", views.thread, name="thread"),
    path("talk/<str:ref>/reply/", views.reply, name="reply"),
    path("talk/<str:ref>/seen/", views.seen, name="seen"),
    path("talk/<str:ref>/close/", views.close, name="close"),
    path("talk/<str:ref>/rename/", views.rename, name="rename"),
    path("talk/<str:ref>/delete/", views.delete, name="delete"),
    path("talk/<str:ref>/undelete/", views.undelete, name="undelete"),
    path("replies/<str:ref>/edit/", views.edit, name="edit"),
    path("replies/<str:ref>/delete/", views.delete_reply, name="delete_reply"),
    path("replies/<str:ref>/undelete/", views.undelete_reply, name="undelete_reply"),
    path("replies/<str:ref>/hide/", views.hide, name="hide"),
    path("replies/<str:ref>/show/", views.show, name="show"),
]
