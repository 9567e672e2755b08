"""CAS 3: where to send somebody, and one question about the ticket she brings back."""

import re
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from opentwinning.core.outgoing import NoAnswer, Reply, checked_url
from opentwinning.people.external.adapters.line import SignInFailed, asked
from opentwinning.people.external.vocabulary import Arrival, Spec

NAMESPACE = "{http://www.yale.edu/tp/cas}"
TICKET = re.compile(r"ST-[A-Za-z0-9._~+/=-]{1,252}")
TRUE = {"true", "1"}


def way_out(spec: Spec, service: str) -> str:
    """The address of the server's sign-in page; ``service`` is ours, exact. Raises ``NoAnswer``."""
    address = f"{spec.issuer.rstrip('/')}/login"
    checked_url(address, internal=spec.is_internal)
    return f"{address}?{urlencode({'service': service})}"


def arrival(spec: Spec, service: str, ticket: str) -> Arrival:
    """Whose ticket it is. The server takes each ticket once, for this service only. Raises
    ``NoAnswer`` or ``SignInFailed``."""
    if not TICKET.fullmatch(ticket):
        raise SignInFailed("no service ticket")
    success = _success(_validated(spec, service, ticket).body)
    subject = _one(success, "user")
    if not subject or len(subject) > 255 or not subject.isprintable():
        raise SignInFailed("no user")
    attributes = success.find(f"{NAMESPACE}attributes")
    told = {} if attributes is None else {_plain(each): (each.text or "") for each in attributes}
    names = (told.get("firstName", ""), told.get("lastName", ""))
    email = (told.get("email") or told.get("mail") or "").strip()
    verified = told.get("email_verified", told.get("emailVerified", ""))
    return Arrival(
        slug=spec.slug,
        issuer=f"cas:{spec.issuer.rstrip('/')}",
        subject=subject,
        name=(told.get("displayName") or " ".join(names)).strip()[:254],
        email=email if len(email) <= 254 else "",
        is_email_verified=verified.strip().lower() in TRUE,  # absent is false (A10)
    )


def check(spec: Spec, service: str) -> None:
    """Ask about a ticket that never was: a CAS 3 server refuses it in its own words. Raises
    ``NoAnswer`` or ``SignInFailed``."""
    reply = _validated(spec, service, "ST-check")
    if _first(reply.body).tag != f"{NAMESPACE}authenticationFailure":
        raise SignInFailed("the server takes any ticket")


def _validated(spec: Spec, service: str, ticket: str) -> Reply:
    question = urlencode({"service": service, "ticket": ticket})
    address = f"{spec.issuer.rstrip('/')}/p3/serviceValidate?{question}"
    reply = asked(spec, address, headers={"Accept": "application/xml, text/xml"})
    if reply.status != 200:
        raise NoAnswer(f"The server answers {reply.status}.")
    return reply


def _success(body: bytes) -> Element:
    """The one word of success in the answer; a failure or a proxy's ticket is none."""
    success = _first(body)
    if success.tag != f"{NAMESPACE}authenticationSuccess":
        raise SignInFailed(f"the server says {success.get('code', 'no')}")
    if success.find(f"{NAMESPACE}proxies") is not None:
        raise SignInFailed("the ticket was given to somebody in between")
    return success


def _first(body: bytes) -> Element:
    """The one thing the answer says."""
    try:
        root: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as problem:
        raise SignInFailed("the answer is no plain XML") from problem
    found = list(root)
    if root.tag != f"{NAMESPACE}serviceResponse" or len(found) != 1:
        raise SignInFailed("the answer is no answer of CAS")
    return found[0]


def _one(within: Element, name: str) -> str:
    found = within.findall(f"{NAMESPACE}{name}")
    return (found[0].text or "").strip() if len(found) == 1 else ""


def _plain(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
