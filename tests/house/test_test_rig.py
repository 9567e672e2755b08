"""The rig itself: no way out of this machine, a mail server that receives, a clock that stands."""

import datetime as dt
import smtplib
import socket

import pytest
from django.core.mail import send_mail

from opentwinning.core import clock as house_clock
from tests.plugins.network import Outside


@pytest.mark.parametrize("address", ["192.0.2.1", "8.8.8.8", "2001:db8::1"])
def test_no_connection_leaves_this_machine(address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as door, pytest.raises(Outside):
        door.connect((address, 80))


def test_no_name_is_looked_up():
    with pytest.raises(Outside):
        socket.getaddrinfo("registry.test", 443)


def test_mail_goes_through_a_real_server(smtp):
    send_mail("Dobrodošla", "Živjo, Ana", "house@twinning.test", ["ana@school.test"])

    (mail,) = smtp.wait_for("ana@school.test")
    assert mail["Subject"] == "Dobrodošla"
    assert mail.get_content().strip() == "Živjo, Ana"


def test_a_mail_server_that_refuses_is_an_error_for_the_sender(smtp):
    smtp.refuses = True
    with pytest.raises(smtplib.SMTPResponseException):
        send_mail("Hello", "x", "house@twinning.test", ["ana@school.test"])

    assert smtp.messages == []


def test_the_clock_moves_only_when_told(clock):
    before = house_clock.now()
    assert house_clock.now() == before == clock.now()

    clock.passes(days=2, hours=1)

    assert house_clock.now() - before == dt.timedelta(days=2, hours=1)
