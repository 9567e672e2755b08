"""The disk and the picture converter."""
