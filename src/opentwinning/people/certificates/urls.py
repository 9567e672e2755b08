"""Addresses of certificates."""

from django.urls import path

from opentwinning.people.certificates import views

app_name = "certificates"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("check", views.check, name="check"),
    path("check/<str:code>", views.checked, name="checked"),
    path("<str:ref>/pdf", views.download, name="download"),
]
