"""Addresses of boxes, beside those of their TwinSpaces."""

from django.urls import path

from opentwinning.collaboration.boxes import views

app_name = "boxes"
urlpatterns = [
    path("arrived/", views.arrivals, name="arrivals"),
    path("arrived/<str:ref>", views.arrival, name="arrival"),
    path("arrived/<str:ref>/progress", views.arrival_progress, name="arrival_progress"),
    path("arrived/<str:ref>/take", views.take, name="take"),
    path("arrived/<str:ref>/delete", views.delete_box, name="delete_box"),
    path("<str:ref>/box", views.box, name="box"),
    path("<str:ref>/box/progress", views.progress, name="progress"),
    path("<str:ref>/box/<str:box_ref>", views.content, name="content"),
]
