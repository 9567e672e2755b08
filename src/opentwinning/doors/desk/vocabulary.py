"""Limits of the desk."""

PAGE = 50  # items of the inbox on one page
USUAL_DAYS = 5  # until a decision, in a country without an office
HIDDEN_BELOW = 5  # smaller numbers of people could point at somebody
PRIVATE_MAIL = frozenset(
    {"gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "live.com", "yahoo.com",
     "icloud.com", "gmx.net", "gmx.de", "web.de", "mail.com", "proton.me", "protonmail.com",
     "siol.net", "libero.it", "wp.pl", "o2.pl", "onet.pl", "orange.fr", "free.fr", "laposte.net"}
)  # fmt: skip
