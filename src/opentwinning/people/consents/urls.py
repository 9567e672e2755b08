"""Addresses of the register."""

from django.urls import path

from opentwinning.people.consents.views import pupil, register, texts

app_name = "consents"
urlpatterns = [
    path("classes/<str:ref>/consents", register.register, name="register"),
    path("classes/<str:ref>/consents/record", register.record, name="record"),
    path("classes/<str:ref>/consents/forms", register.sheets, name="sheets"),
    path("classes/pupils/<str:ref>/consents", pupil.pupil, name="pupil"),
    path("classes/pupils/<str:ref>/consents/withdraw", pupil.withdraw, name="withdraw"),
    path("support/<str:country>/consent-form", texts.texts, name="texts"),
]
