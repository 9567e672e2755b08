"""Pages of TwinSpaces."""
