"""Screens of recognition."""
