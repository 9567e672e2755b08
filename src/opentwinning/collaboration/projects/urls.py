"""Addresses of projects."""

from django.urls import path

from opentwinning.collaboration.projects.views import (
    decide,
    deletion,
    lists,
    people,
    plan,
    project,
    public,
)

app_name = "projects"
urlpatterns = [
    path("", lists.discover, name="discover"),
    path("mine", lists.mine, name="mine"),
    path("begin", plan.begin, name="begin"),
    path("rules", decide.rules_page, name="rules"),
    path("invitations/<str:ref>", people.invitation, name="invitation"),
    path("invitations/<str:ref>/back", people.take_invitation_back, name="invitation_back"),
    path("partners/<str:ref>/remove", people.remove, name="remove"),
    path("<str:ref>", public.visit, name="visit"),
    path("<str:ref>/overview", project.project, name="project"),
    path("<str:ref>/plan", plan.plan, name="plan"),
    path("<str:ref>/plan/partner", plan.partner, name="partner"),
    path("<str:ref>/plan/<slug:step>", plan.step, name="step"),
    path("<str:ref>/check", plan.check, name="check"),
    path("<str:ref>/delete", plan.delete, name="delete"),
    path("<str:ref>/copy", plan.copy, name="copy"),
    path("<str:ref>/recall", project.recall, name="recall"),
    path("<str:ref>/withdraw", project.withdraw, name="withdraw"),
    path("<str:ref>/decide", decide.decide, name="decide"),
    path("<str:ref>/partners", people.partners, name="partners"),
    path("<str:ref>/invite", people.invite, name="invite"),
    path("<str:ref>/partners/invite", people.partners_invite, name="partners_invite"),
    path("<str:ref>/leave", people.leave, name="leave"),
    path("<str:ref>/close", project.close, name="close"),
    path("<str:ref>/reopen", project.reopen, name="reopen"),
    path("<str:ref>/archive", project.archive, name="archive"),
    path("<str:ref>/deletion", deletion.deletion, name="deletion"),
    path("<str:ref>/publish", public.publish, name="publish"),
    path("<str:ref>/preview", public.preview, name="preview"),
    path("<str:ref>/unpublish", public.unpublish, name="unpublish"),
]
