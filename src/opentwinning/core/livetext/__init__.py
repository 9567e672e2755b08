"""A text in its forms: Markdown that is kept, the tree an editor works on, and the document that
several people change at once.
"""
