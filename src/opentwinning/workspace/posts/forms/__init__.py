"""Input about posts."""

from opentwinning.workspace.posts.forms.post import DecisionForm, EditPostForm, PostForm

__all__ = ["DecisionForm", "EditPostForm", "PostForm"]
