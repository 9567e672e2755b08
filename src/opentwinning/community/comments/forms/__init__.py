"""What somebody types below a thing."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.comments.vocabulary import LONGEST
from opentwinning.core.forms import OtForm, ProseField


class CommentForm(OtForm):
    """The words of a comment."""

    text = ProseField(label=pgettext_lazy("comments", "Your comment"), max_length=LONGEST, rows=4)
