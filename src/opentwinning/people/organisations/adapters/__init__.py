"""The shelf: files of registers on their way in."""
