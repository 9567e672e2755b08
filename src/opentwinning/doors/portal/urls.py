"""Addresses of the portal; those for machines carry no language."""

from django.urls import path

from opentwinning.doors.portal.views import machines, pages

app_name = "portal"
urlpatterns = [
    path("", pages.home, name="home"),
    path("how-it-works", pages.how_it_works, name="how_it_works"),
    path("safety", pages.safety, name="safety"),
    path("privacy", pages.privacy, name="privacy"),
    path("accessibility", pages.accessibility, name="accessibility"),
    path("offline", pages.offline, name="offline"),
    path("showcase/", pages.showcase, name="showcase"),
]
machine_patterns = [
    path("health", machines.health, name="health"),
    path("manifest.webmanifest", machines.manifest, name="manifest"),
    path("service-worker.js", machines.service_worker, name="service_worker"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
]
