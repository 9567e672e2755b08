"""Pages of shared resources."""
