"""Addresses of meetings, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.meetings import views

app_name = "meetings"
urlpatterns = [
    path("<str:ref>/meetings/", views.meetings, name="meetings"),
    path("<str:ref>/meetings/new/", views.new, name="new"),
    path("meetings/<str:ref>/", views.meeting, name="meeting"),
    path("meetings/<str:ref>/change/", views.change, name="change"),
    path("meetings/<str:ref>/off/", views.off, name="off"),
    path("meetings/<str:ref>/call/", views.call, name="call"),
    path("meetings/<str:ref>/come/", views.come, name="come"),
    path("meetings/<str:ref>/leave/", views.leave, name="leave"),
    path("meetings/<str:ref>/end/", views.end, name="end"),
    path("meetings/<str:ref>/elsewhere/", views.elsewhere, name="elsewhere"),
    path("meeting-seats/<str:ref>/let/", views.let, name="let"),
    path("meeting-seats/<str:ref>/out/", views.out, name="out"),
]
