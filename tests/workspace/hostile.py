"""Every attack line in every text field, and what a page may hold afterwards (C1, C2, C5)."""

from html.parser import HTMLParser

from tests.inputs import payloads

ATTACKS = [line for line in payloads("xss") if line.strip()]
# One text that holds all lines, each in a paragraph, a link and a picture of its own.
ALL_AT_ONCE = "\n\n".join(f"{line}\n\n[x]({line})\n\n![y]({line})" for line in ATTACKS)
KNOWN = {
    *("html", "head", "meta", "title", "link", "script", "body", "header", "nav", "main", "footer"),
    *("h1", "h2", "h3", "h4", "p", "div", "span", "a", "ul", "ol", "li", "dl", "dt", "dd", "br"),
    *("article", "section", "aside", "details", "summary", "figure", "figcaption", "img", "video"),
    *("form", "input", "button", "label", "textarea", "select", "option", "fieldset", "legend"),
    *("strong", "em", "s", "code", "pre", "blockquote", "hr", "ins", "del", "bdi", "abbr", "time"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "audio"),
    *("svg", "use", "path", "circle"),  # our own icons and the mark
}
SCHEMES = ("javascript:", "data:", "vbscript:")


class Nodes(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def harm_in(html: str) -> list[str]:
    """Nodes no page of ours has: unknown elements, handlers, styles, scripts, bad addresses."""
    wrong = []
    for tag, attrs in Nodes(html).found:
        if tag not in KNOWN:
            wrong.append(f"element {tag}")
        if tag == "script" and not attrs.get("src", "").startswith("/static/"):
            wrong.append("script")
        wrong += [f"{tag} {name}" for name in attrs if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "formaction"):
            if attrs.get(name, "").strip().lower().startswith(SCHEMES):
                wrong.append(f"{tag} {name}={attrs[name][:40]}")
        if tag == "img" and attrs.get("src", "").startswith(("http", "//")):
            wrong.append(f"foreign picture {attrs['src'][:40]}")
    return wrong
