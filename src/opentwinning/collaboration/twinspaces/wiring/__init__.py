"""Declarations of this app: each module registers something at a named place."""
