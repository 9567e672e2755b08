"""Addresses of proofs."""

from django.urls import path

from opentwinning.people.identity.views import devices, factors, passkeys, proving, rules

app_name = "identity"
urlpatterns = [
    path("sign-in/second-step", proving.second_step, name="second_step"),
    path("account/confirm", proving.confirm, name="confirm"),
    path("account/confirm/mail", proving.mail_code, name="mail_code"),
    path("account/security", factors.overview, name="security"),
    path("account/security/app", factors.set_up_app, name="app"),
    path("account/security/app/remove", factors.remove_app, name="remove_app"),
    path("account/security/codes", factors.renew_codes, name="codes"),
    path("account/security/passkeys/add", passkeys.add, name="add_passkey"),
    path("account/security/passkeys/making", passkeys.making, name="making_passkey"),
    path("account/security/passkeys/<str:ref>", passkeys.rename, name="passkey"),
    path("account/security/passkeys/<str:ref>/remove", passkeys.remove, name="remove_passkey"),
    path("account/devices", devices.devices, name="devices"),
    path("account/devices/<str:ref>", devices.device, name="device"),
    path("account/devices/<str:ref>/end", devices.end, name="end_device"),
    path("account/devices/<str:ref>/not-me", devices.not_me, name="disown_device"),
    path("security/rules", rules.rules, name="rules"),
    path("security/rules/<str:role>", rules.rule, name="rule"),
    path("sign-in/passkey", passkeys.enter, name="enter"),
    path("sign-in/passkey/using", passkeys.using, name="using_passkey"),
]
