"""Addresses of Today."""

from django.urls import path

from opentwinning.doors.today.views import my_data, today

app_name = "today"
urlpatterns = [
    path("", today.today, name="today"),
    path("my-data", my_data.my_data, name="my_data"),
    path("my-data/erase", my_data.erase, name="erase"),
]
