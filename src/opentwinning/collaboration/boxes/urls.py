"""Addresses of boxes, beside those of their TwinSpaces."""

from django.urls import path

from opentwinning.collaboration.boxes import views

app_name = "boxes"
urlpatterns = [
    path("<str:ref>/box", views.box, name="box"),
    path("<str:ref>/box/progress", views.progress, name="progress"),
    path("<str:ref>/box/<str:box_ref>", views.content, name="content"),
]
