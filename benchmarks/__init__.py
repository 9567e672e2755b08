"""Measures the shipped server beside a bare Django project, in one run: `./dev bench`."""
