"""Addresses of pupils, classes and lessons."""

from django.urls import path

from opentwinning.people.pupils.views import cards, classes, entrance, lessons, me, pupils

app_name = "pupils"
urlpatterns = [
    path("pupils", entrance.enter, name="enter"),
    path("pupils/card", entrance.card, name="card"),
    path("pupils/name", entrance.choose_name, name="choose_name"),
    path("pupils/pictures", entrance.choose_pictures, name="choose_pictures"),
    path("pupils/leave", entrance.leave, name="leave"),
    path("pupils/me", me.me, name="me"),
    path("pupils/help", me.need_help, name="help"),
    path("classes", classes.class_list, name="classes"),
    path("classes/new", classes.new_class, name="new_class"),
    path("classes/<str:ref>", classes.class_detail, name="class"),
    path("classes/<str:ref>/settings", classes.class_settings, name="settings"),
    path("classes/<str:ref>/owners/add", classes.add_owner, name="add_owner"),
    path("classes/<str:ref>/owners/remove", classes.remove_owner, name="remove_owner"),
    path("classes/<str:ref>/delete", classes.close, name="close"),
    path("classes/<str:ref>/add", pupils.add, name="add"),
    path("classes/<str:ref>/cards", cards.cards, name="cards"),
    path("classes/<str:ref>/lesson", lessons.lesson, name="lesson"),
    path("classes/<str:ref>/lesson/close", lessons.close_door, name="close_door"),
    path("classes/<str:ref>/lesson/end", lessons.sign_out_all, name="sign_out_all"),
    path("classes/pupils/<str:ref>", pupils.pupil, name="pupil"),
    path("classes/pupils/<str:ref>/void", pupils.void, name="void"),
    path("classes/pupils/<str:ref>/out", lessons.sign_out_one, name="sign_out_one"),
    path("classes/pupils/<str:ref>/remove", pupils.remove, name="remove"),
    path("classes/pupils/<str:ref>/erase", pupils.erase, name="erase"),
    path("classes/pupils/<str:ref>/data", pupils.export, name="export"),
]
