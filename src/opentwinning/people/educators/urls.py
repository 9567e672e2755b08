"""Addresses of educators."""

from django.urls import URLPattern

app_name = "educators"
urlpatterns: list[URLPattern] = []
