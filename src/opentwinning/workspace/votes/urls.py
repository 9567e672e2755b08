"""Addresses of polls, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.votes import views

app_name = "votes"
urlpatterns = [
    path("<str:ref>/polls/", views.polls, name="polls"),
    path("<str:ref>/polls/new/", views.new, name="new"),
    path("<str:ref>/polls/new-time/", views.new_time, name="new_time"),
    path("<str:ref>/polls/trash/", views.trash, name="trash"),
    path("polls/<str:ref>/", views.poll, name="poll"),
    path("polls/<str:ref>/edit/", views.edit, name="edit"),
    path("polls/<str:ref>/close/", views.close, name="close"),
    path("polls/<str:ref>/open/", views.open_again, name="open"),
    path("polls/<str:ref>/plan/<str:choice>/", views.plan, name="plan"),
    path("polls/<str:ref>/delete/", views.delete, name="delete"),
    path("polls/<str:ref>/undelete/", views.undelete, name="undelete"),
]
