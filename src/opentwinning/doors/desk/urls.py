"""Addresses of the desk."""

from django.urls import path

from opentwinning.doors.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("validations/<str:ref>", views.validation, name="validation"),
    path("validations/<str:ref>/ask-school", views.ask, name="ask_school"),
    path("regional/", views.regional, name="regional"),
    path("regional/<str:ref>", views.regional_answer, name="regional_answer"),
    path("schools/", views.schools, name="schools"),
    path("schools/<str:country>/", views.schools, name="schools_of"),
    path("schools/<str:country>/receive", views.receive, name="receive_register"),
    path("schools/<str:country>/pairs", views.pairs, name="pairs"),
    path("pairs/<str:ref>", views.pair, name="pair"),
    path("merges/<str:ref>/undo", views.undo, name="undo_merge"),
    path("registers/<str:ref>", views.register, name="register"),
    path("registers/<str:ref>/read-again", views.read_again, name="read_register_again"),
    path("registers/<str:ref>/columns", views.columns, name="register_columns"),
    path("registers/<str:ref>/rows", views.rows, name="register_rows"),
    path("registers/<str:ref>/progress", views.progress, name="register_progress"),
    path("registers/<str:ref>/start", views.start, name="start_register"),
    path("registers/<str:ref>/reopen", views.reopen, name="reopen_register"),
    path("registers/<str:ref>/drop", views.drop, name="drop_register"),
    path("registers/<str:ref>/report", views.report, name="register_report"),
    path("validation-figures", views.validation_figures, name="validation_figures"),
    path("validation-figures.csv", views.validation_figures_csv, name="validation_figures_csv"),
    path("statistics/", views.statistics, name="statistics"),
    path("statistics/<str:country>/", views.statistics, name="statistics_of"),
    path("statistics/<str:country>/csv", views.statistics_csv, name="statistics_csv"),
]
