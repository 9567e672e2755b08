"""Talking to identity providers, and what a browser carries meanwhile."""
