"""Leaving for a provider, arriving from it, one's own ways in, and the operator's screens."""
