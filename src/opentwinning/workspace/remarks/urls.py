"""Addresses of remarks, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.remarks import views

app_name = "remarks"
urlpatterns = [
    path("about/<str:kind>/<str:thing>/", views.write, name="write"),
    path("about/<str:kind>/<str:thing>/react/", views.react, name="react"),
    path("remarks/<str:ref>/answer/", views.answer, name="answer"),
    path("remarks/<str:ref>/edit/", views.edit, name="edit"),
    path("remarks/<str:ref>/settle/", views.settle, name="settle"),
    path("remarks/<str:ref>/hide/", views.hide, name="hide"),
    path("remarks/<str:ref>/show/", views.show, name="show"),
    path("remarks/<str:ref>/delete/", views.delete, name="delete"),
    path("remarks/<str:ref>/undelete/", views.undelete, name="undelete"),
]
