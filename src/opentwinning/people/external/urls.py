"""Addresses of external identities."""

from django.urls import path

from opentwinning.people.external.views import arriving, leaving, providers, ways

app_name = "external"
urlpatterns = [
    path("sign-in/with/<slug:slug>", leaving.start, name="start"),
    path("sign-in/with/<slug:slug>/answer", leaving.answer, name="answer"),
    path("sign-in/arrived", arriving.arrived, name="arrived"),
    path("sign-in/arrived/enter", arriving.enter, name="enter"),
    path("sign-in/arrived/connect", arriving.connect, name="connect"),
    path("sign-in/arrived/mail", arriving.by_mail, name="by_mail"),
    path("sign-in/arrived/new", arriving.create, name="create"),
    path("sign-in/arrived/sent", arriving.sent, name="sent"),
    path("sign-in/join/<str:secret>", arriving.join, name="join"),
    path("account/ways", ways.ways, name="ways"),
    path("account/ways/<str:ref>/remove", ways.disconnect, name="disconnect"),
    path("identity-providers/", providers.overview, name="providers"),
    path("identity-providers/new", providers.new, name="new_provider"),
    path("identity-providers/<str:ref>", providers.edit, name="edit_provider"),
    path("identity-providers/<str:ref>/check", providers.check, name="check_provider"),
]
