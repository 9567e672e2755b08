"""Addresses of notices."""

from django.urls import path

from opentwinning.facilities.notifications import views
from opentwinning.facilities.notifications.views import devices

app_name = "notifications"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("settings", views.habits, name="habits"),
    path("devices/", devices.devices, name="devices"),
    path("devices/<str:ref>", devices.device, name="device"),
    path("devices/<str:ref>/remove", devices.remove, name="remove_device"),
    path("stop/<str:token>", views.stop, name="stop"),
    path("<str:ref>/open", views.open_notice, name="open"),
]
