"""Addresses of networking."""

from django.urls import path

from opentwinning.community.networking.views import (
    calls,
    care,
    contacts,
    directory,
    lessons,
    mailbox,
    searches,
    talk,
)

app_name = "networking"
urlpatterns = [
    path("", directory.partners, name="partners"),
    path("ask/<str:ref>", contacts.ask, name="ask"),
    path("block/<str:ref>", contacts.block, name="block"),
    path("unblock/<str:ref>", contacts.unblock, name="unblock"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/<str:ref>", contacts.contact, name="contact"),
    path("contacts/<str:ref>/answer", contacts.answer, name="answer"),
    path("contacts/<str:ref>/withdraw", contacts.withdraw, name="withdraw"),
    path("contacts/<str:ref>/end", contacts.end, name="end"),
    path("contacts/<str:ref>/lessons", lessons.common, name="common_lessons"),
    path("lessons", lessons.mine, name="lessons"),
    path("searches/", searches.searches, name="searches"),
    path("searches/<str:ref>/pace", searches.pace, name="pace_search"),
    path("searches/<str:ref>/delete", searches.delete, name="delete_search"),
    path("calls/", calls.calls, name="calls"),
    path("calls/new", calls.new_call, name="new_call"),
    path("calls/<str:ref>", calls.call, name="call"),
    path("calls/<str:ref>/answer", calls.answer, name="answer_call"),
    path("calls/<str:ref>/edit", calls.edit, name="edit_call"),
    path("calls/<str:ref>/close", calls.close, name="close_call"),
    path("calls/<str:ref>/reopen", calls.reopen, name="reopen_call"),
    path("calls/<str:ref>/hide", care.hide, name="hide_call"),
    path("answers/<str:ref>/hide", care.remove_answer, name="hide_answer"),
    path("messages/", mailbox.messages, name="messages"),
    path("messages/search", mailbox.search, name="search_messages"),
    path("messages/new", talk.new_message, name="new_message"),
    path("messages/<str:ref>", talk.conversation, name="conversation"),
    path("messages/<str:ref>/read", talk.read, name="read"),
    path("messages/<str:ref>/leave", talk.leave, name="leave"),
    path("messages/<str:ref>/archive", mailbox.archive, name="archive"),
    path("attachments/<str:ref>", mailbox.attachment, name="attachment"),
    path("attachments/<str:ref>/remove", mailbox.remove_attachment, name="remove_attachment"),
]
