"""Screens of walls."""
