"""How a box is written."""
