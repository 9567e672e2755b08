"""Screens of comments."""
