"""Addresses of activities, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.activities import views

app_name = "activities"
urlpatterns = [
    path("<str:ref>/activities/", views.activities, name="activities"),
    path("<str:ref>/activities/new/", views.new, name="new"),
    path("<str:ref>/activities/grid/", views.grid, name="grid"),
    path("<str:ref>/activities/phases/", views.phases, name="phases"),
    path("<str:ref>/activities/trash/", views.trash, name="trash"),
    path("activities/<str:ref>/", views.activity, name="activity"),
    path("activities/<str:ref>/edit/", views.edit, name="edit"),
    path("activities/<str:ref>/open/", views.open_, name="open"),
    path("activities/<str:ref>/close/", views.close, name="close"),
    path("activities/<str:ref>/delete/", views.delete, name="delete"),
    path("activities/<str:ref>/undelete/", views.undelete, name="undelete"),
    path("phases/<str:ref>/move/<str:way>/", views.move, name="move"),
    path("phases/<str:ref>/remove/", views.remove, name="remove"),
    path("hand-ins/<str:ref>/", views.hand_in, name="hand_in"),
    path("hand-ins/<str:ref>/approve/", views.approve, name="approve"),
    path("hand-ins/<str:ref>/give-back/", views.give_back, name="give_back"),
]
