"""Addresses of pupils."""

from django.urls import URLPattern

app_name = "pupils"
urlpatterns: list[URLPattern] = []
