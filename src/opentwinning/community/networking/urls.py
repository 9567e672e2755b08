"""Addresses of networking."""

from django.urls import URLPattern

app_name = "networking"
urlpatterns: list[URLPattern] = []
