"""Where papers are drawn."""
