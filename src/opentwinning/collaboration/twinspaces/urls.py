"""Addresses of twinspaces."""

from django.urls import URLPattern

app_name = "twinspaces"
urlpatterns: list[URLPattern] = []
