"""Addresses of drafts."""

from django.urls import path

from opentwinning.facilities.drafts import views

app_name = "drafts"
urlpatterns = [path("<path:key>", views.save, name="save")]
