"""Files that wait between two steps of a form."""
