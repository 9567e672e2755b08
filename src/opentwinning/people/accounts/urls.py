"""Addresses of accounts."""

from django.urls import path

from opentwinning.people.accounts.views import (
    account,
    addresses,
    code,
    joining,
    password,
    sign_in,
    suspended,
)

app_name = "accounts"
urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-in/my-data", suspended.own_data, name="suspended_data"),
    path("sign-in/code", code.code, name="code"),
    path("sign-in/code/enter", code.enter_code, name="enter_code"),
    path("sign-in/continue", sign_in.continue_form, name="continue"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("forgot-password", password.forgot_password, name="forgot_password"),
    path("forgot-password/sent", password.forgot_password_sent, name="forgot_password_sent"),
    path("new-password/<str:secret>", password.new_password, name="new_password"),
    path("account", account.account_page, name="account"),
    path("account/name", account.change_name, name="change_name"),
    path("account/language", account.change_words, name="change_language"),
    path("account/password", account.change_secret, name="change_password"),
    path("account/sign-out-everywhere", account.end_sessions, name="end_sessions"),
    path("account/addresses", addresses.addresses, name="addresses"),
    path("account/addresses/<str:ref>/again", addresses.send_again, name="send_again"),
    path("account/addresses/<str:ref>/main", addresses.make_main, name="main_address"),
    path("account/addresses/<str:ref>/remove", addresses.remove, name="remove_address"),
    path("account/addresses/confirm/<str:secret>", addresses.confirm, name="confirm_address"),
    path("account/join", joining.join, name="join"),
    path("account/join/leave", joining.leave, name="leave_to_join"),
    path("address-back/<str:secret>", addresses.take_back, name="take_back_address"),
]
