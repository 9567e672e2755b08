"""Addresses of notices."""

from django.urls import path

from opentwinning.facilities.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("settings", views.habits, name="habits"),
    path("stop/<str:token>", views.stop, name="stop"),
    path("<str:ref>/open", views.open_notice, name="open"),
]
