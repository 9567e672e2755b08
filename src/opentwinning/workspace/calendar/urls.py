"""Addresses of the calendar, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.calendar import views

app_name = "calendar"
urlpatterns = [
    path("<str:ref>/calendar/", views.overview, name="calendar"),
    path("<str:ref>/calendar/new/", views.new, name="new"),
    path("<str:ref>/calendar/bring/", views.bring, name="bring"),
    path("<str:ref>/calendar/trash/", views.trash, name="trash"),
    path("<str:ref>/calendar/subscribe/", views.subscribe, name="subscribe"),
    path("<str:ref>/calendar/unsubscribe/", views.unsubscribe, name="unsubscribe"),
    path("calendar/feed/<str:secret>.ics", views.feed, name="feed"),
    path("calendar/<str:ref>/", views.read, name="event"),
    path("calendar/<str:ref>/edit/", views.edit, name="edit"),
    path("calendar/<str:ref>/cancel/", views.cancel, name="cancel"),
    path("calendar/<str:ref>/delete/", views.delete, name="delete"),
    path("calendar/<str:ref>/undelete/", views.undelete, name="undelete"),
]
