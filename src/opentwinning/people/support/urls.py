"""Addresses of support."""

from django.urls import path

from opentwinning.people.support import views

app_name = "support"
urlpatterns = [
    path("", views.offices, name="offices"),
    path("new", views.new, name="new"),
    path("programme", views.programme, name="programme"),
    path("roles", views.programme_roles, name="programme_roles"),
    path("inactivity", views.inactivity, name="inactivity"),
    path("mandates", views.mandates, name="mandates"),
    path("mandates/<int:number>/confirm", views.confirm, name="confirm"),
    path("mandates/<int:number>/end", views.end_mandate, name="end_mandate"),
    path("holidays/<int:number>/edit", views.edit_holiday, name="edit_holiday"),
    path("holidays/<int:number>/delete", views.delete_holiday, name="delete_holiday"),
    path("regions/<int:number>/edit", views.edit_region, name="edit_region"),
    path("regions/<int:number>/delete", views.delete_region, name="delete_region"),
    path("replies/<int:number>/edit", views.edit_reply, name="edit_reply"),
    path("replies/<int:number>/delete", views.delete_reply, name="delete_reply"),
    path("replies/<str:country>/", views.replies, name="replies"),
    path("<str:country>", views.office, name="office"),
    path("<str:country>/edit", views.edit, name="edit"),
    path("<str:country>/holidays", views.holidays, name="holidays"),
    path("<str:country>/holidays/import", views.import_holidays, name="import_holidays"),
    path("<str:country>/regions", views.regions, name="regions"),
    path("<str:country>/roles", views.roles, name="roles"),
    path("<str:country>/validation", views.validation_rules, name="validation_rules"),
]
