"""The daily sweep of the disk leaves the files of messages alone."""

from opentwinning.community.networking.queries import contents_of_messages
from opentwinning.workspace.files.vocabulary import NAMED_ELSEWHERE

NAMED_ELSEWHERE.add(contents_of_messages)
