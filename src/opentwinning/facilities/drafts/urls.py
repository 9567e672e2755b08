"""Addresses of drafts."""

from django.urls import path

from opentwinning.facilities.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("discard", views.discard, name="discard"),
    path("<path:key>", views.save, name="save"),
]
