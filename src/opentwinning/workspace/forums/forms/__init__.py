"""Input about the forum."""

from opentwinning.workspace.forums.forms.talk import (
    HideForm,
    ReplyForm,
    RulesForm,
    ThreadForm,
    TitleForm,
)

__all__ = ["HideForm", "ReplyForm", "RulesForm", "ThreadForm", "TitleForm"]
