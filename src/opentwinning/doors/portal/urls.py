"""Addresses of the portal; those for machines (health, robots, security.txt) carry no language."""

from django.urls import URLPattern

app_name = "portal"
urlpatterns: list[URLPattern] = []
machine_patterns: list[URLPattern] = []
