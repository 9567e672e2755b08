"""Addresses of reports, cases and decisions."""

from django.urls import path

from opentwinning.people.safeguarding.views import (
    cases,
    conduct,
    figures,
    reports,
    statements,
    words,
)

app_name = "safeguarding"
urlpatterns = [
    path("report/<str:kind>/<str:ref>", reports.report, name="report"),
    path("reports/", reports.mine, name="mine"),
    path("reported/<str:secret>", reports.followed, name="followed"),
    path("cases/<str:ref>", cases.case, name="case"),
    path("cases/<str:ref>/pictures/<str:report>", cases.picture, name="picture"),
    path("cases/<str:ref>/hand-on", cases.hand_on, name="hand_on"),
    path("decisions/<str:ref>", statements.statement, name="statement"),
    path("open/<str:secret>", statements.opened, name="opened"),
    path("appeals/<str:ref>", statements.appeal, name="appeal"),
    path("conduct", conduct.conduct, name="conduct"),
    path("conduct/agree", conduct.agree, name="agree"),
    path("conduct/write", conduct.write, name="write_conduct"),
    path("figures", figures.figures, name="figures"),
    path("clocks", cases.clock_page, name="clocks"),
    path("words", words.words, name="words"),
]
