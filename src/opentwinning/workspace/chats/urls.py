"""Addresses of chats, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.chats import views

app_name = "chats"
urlpatterns = [
    path("<str:ref>/chats/", views.chats, name="chats"),
    path("<str:ref>/chats/new/", views.new, name="new"),
    path("<str:ref>/chats/trash/", views.trash, name="trash"),
    path("chats/<str:ref>/", views.chat, name="chat"),
    path("chats/<str:ref>/news/", views.news, name="news"),
    path("chats/<str:ref>/say/", views.say, name="say"),
    path("chats/<str:ref>/here/", views.here, name="here"),
    path("chats/<str:ref>/rules/", views.rules, name="rules"),
    path("chats/<str:ref>/close/", views.close, name="close"),
    path("chats/<str:ref>/now/", views.open_now, name="open_now"),
    path("chats/<str:ref>/hours/", views.hours, name="hours"),
    path("chats/<str:ref>/delete/", views.delete, name="delete"),
    path("chats/<str:ref>/undelete/", views.undelete, name="undelete"),
    path("chats/<str:ref>/transcript/", views.transcript, name="transcript"),
    path("chats/<str:ref>/transcript.txt", views.transcript_file, name="transcript_file"),
    path("chat-hours/<str:ref>/end/", views.end, name="end"),
    path("chat-messages/<str:ref>/let/", views.let, name="let"),
    path("chat-messages/<str:ref>/refuse/", views.refuse, name="refuse"),
    path("chat-messages/<str:ref>/back/", views.withdraw, name="withdraw"),
    path("chat-messages/<str:ref>/hide/", views.hide, name="hide"),
    path("chat-messages/<str:ref>/show/", views.show, name="show"),
]
