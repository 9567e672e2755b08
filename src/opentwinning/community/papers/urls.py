"""Addresses of papers."""

from django.urls import path

from opentwinning.community.papers import views

app_name = "papers"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("term", views.term, name="term"),
    path("<str:ref>/form.pdf", views.form, name="form"),
    path("<str:ref>", views.content, name="content"),
]
