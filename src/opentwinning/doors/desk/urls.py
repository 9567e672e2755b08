"""Addresses of the desk."""

from django.urls import path

from opentwinning.doors.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("validations/<str:ref>", views.validation, name="validation"),
    path("schools/", views.schools, name="schools"),
    path("schools/<str:country>/", views.schools, name="schools_of"),
    path("schools/<str:country>/mapping", views.mapping, name="mapping"),
    path("schools/<str:country>/look", views.look, name="look"),
    path("schools/<str:country>/import", views.import_file, name="import_file"),
    path("statistics/", views.statistics, name="statistics"),
    path("statistics/<str:country>/", views.statistics, name="statistics_of"),
    path("statistics/<str:country>/csv", views.statistics_csv, name="statistics_csv"),
]
