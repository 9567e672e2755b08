"""Addresses for machines, without a language: health, security.txt, robots.txt."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
