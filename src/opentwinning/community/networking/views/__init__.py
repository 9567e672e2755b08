"""Pages of networking."""
