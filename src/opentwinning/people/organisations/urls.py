"""Addresses of organisations."""

from django.urls import path

from opentwinning.people.organisations import views

app_name = "organisations"
urlpatterns = [
    path("", views.schools, name="schools"),
    path("choose", views.choose, name="choose"),
    path("register", views.register, name="register"),
    path("answer/<str:secret>", views.answer, name="answer"),
    path("<str:ref>", views.organisation, name="organisation"),
    path("<str:ref>/join", views.join, name="join"),
    path("<str:ref>/work", views.work, name="work"),
    path("<str:ref>/leave", views.leave, name="leave"),
    path("<str:ref>/edit", views.edit, name="edit"),
]
