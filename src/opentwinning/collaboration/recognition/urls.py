"""Addresses of recognition."""

from django.urls import path

from opentwinning.collaboration.recognition.views import (
    application,
    assess,
    country,
    decide,
    european,
    public,
)

app_name = "recognition"
urlpatterns = [
    path("", public.labels, name="labels"),
    path("mine", application.mine, name="mine"),
    path("apply/<str:ref>", application.apply, name="apply"),
    path("applications/<str:ref>", application.application, name="application"),
    path("applications/<str:ref>/questions", application.questions, name="questions"),
    path("applications/<str:ref>/criteria/<slug:key>", application.criterion, name="criterion"),
    path("applications/<str:ref>/send", application.send, name="send"),
    path("applications/<str:ref>/withdraw", application.withdraw, name="withdraw"),
    path("applications/<str:ref>/assess", assess.assess, name="assess"),
    path("applications/<str:ref>/evidence/<str:evidence>", assess.evidence, name="evidence"),
    path("applications/<str:ref>/decide", decide.decide, name="decide"),
    path("applications/<str:ref>/decision", decide.decision, name="decision"),
    path("applications/<str:ref>/assign", decide.assign, name="assign"),
    path("countries/<str:code>", country.country, name="country"),
    path("countries/<str:code>/windows", country.window, name="window"),
    path("countries/<str:code>/assessors", country.assessors, name="assessors"),
    path("countries/<str:code>/recommend/<str:ref>", country.recommend, name="recommend"),
    path("projects/<str:ref>/european", european.why, name="why"),
    path("european", european.rounds, name="european"),
    path("european/rule", european.rule, name="rule"),
    path("european/rounds/<str:ref>", european.round_page, name="round"),
    path("criteria", european.new_scheme, name="new_scheme"),
    path("criteria/<str:ref>", european.scheme, name="scheme"),
]
