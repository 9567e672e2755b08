"""Addresses of educators."""

from django.urls import path

from opentwinning.people.educators.views import (
    ambassadors,
    photo,
    profile,
    register,
    suspension,
    validation,
)

app_name = "educators"
urlpatterns = [
    path("register", register.register, name="register"),
    path("register/sent", register.register_sent, name="register_sent"),
    path("register/<str:secret>", register.register_finish, name="register_finish"),
    path("educators/profile", profile.edit, name="edit"),
    path("educators/profile/confirm", profile.confirm, name="confirm"),
    path("educators/photo", photo.photo, name="photo"),
    path("educators/photo/remove", photo.remove, name="remove_photo"),
    path("educators/validation", validation.validation, name="validation"),
    path("educators/validation/renew", validation.renew, name="renew"),
    path("educators/ambassador", ambassadors.mine, name="ambassador"),
    path("educators/ambassadors/<int:number>/end", ambassadors.end, name="end_ambassador"),
    path("educators/ambassadors/<str:country>", ambassadors.ambassadors, name="ambassadors"),
    path("educators/<str:ref>/suspension", suspension.suspension, name="suspension"),
    path("educators/<str:ref>/photo/<str:key>/<str:size>", photo.picture, name="picture"),
    path("educators/<str:ref>", profile.educator, name="educator"),
]
