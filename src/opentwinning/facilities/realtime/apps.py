"""Registers the app and its wiring."""

from django.apps import AppConfig


class RealtimeConfig(AppConfig):
    name = "opentwinning.facilities.realtime"
    label = "realtime"
