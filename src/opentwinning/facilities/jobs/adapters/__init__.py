"""The bell: a client of Redis."""
