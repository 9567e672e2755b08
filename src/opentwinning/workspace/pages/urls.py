"""Addresses of pages, all under ``/spaces/``."""

from django.urls import path

from opentwinning.workspace.pages import views

app_name = "pages"
urlpatterns = [
    path("<str:ref>/pages/", views.tree, name="tree"),
    path("<str:ref>/pages/new/", views.new, name="new"),
    path("<str:ref>/pages/trash/", views.trash, name="trash"),
    path("<str:ref>/pages/print/", views.print_all, name="print_all"),
    path("pages/starts/", views.page_starts, name="starts"),
    path("pages/starts/new/", views.new_start, name="new_start"),
    path("pages/starts/<str:ref>/", views.start, name="start"),
    path("pages/sites/", views.sites, name="sites"),
    path("pages/sites/new/", views.new_site, name="new_site"),
    path("pages/sites/<str:ref>/", views.site, name="site"),
    path("pages/<str:ref>/", views.read, name="page"),
    path("pages/<str:ref>/print/", views.print_page, name="print"),
    path("pages/<str:ref>/edit/", views.edit, name="edit"),
    path("pages/<str:ref>/together/", views.together, name="together"),
    path("pages/<str:ref>/set-up/", views.set_up, name="set_up"),
    path("pages/<str:ref>/move/", views.move, name="move"),
    path("pages/<str:ref>/lock/", views.lock, name="lock"),
    path("pages/<str:ref>/delete/", views.delete, name="delete"),
    path("pages/<str:ref>/undelete/", views.undelete, name="undelete"),
    path("pages/<str:ref>/history/", views.history, name="history"),
    path("pages/<str:ref>/history/<int:number>/", views.version, name="version"),
    path("pages/<str:ref>/history/<int:number>/compare/", views.compare, name="compare"),
    path("pages/<str:ref>/history/<int:number>/restore/", views.restore, name="restore"),
    path("pages/<str:ref>/publish/", views.publish, name="publish"),
    path("pages/<str:ref>/unpublish/", views.unpublish, name="unpublish"),
    path("p/<str:ref>/", views.public, name="public"),
]
