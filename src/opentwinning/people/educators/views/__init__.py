"""Pages of educators."""
