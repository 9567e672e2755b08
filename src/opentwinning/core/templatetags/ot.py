"""The template tags of the design language: components, icons, drawings, moments and names."""

import logging
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode, URLNode
from django.template.defaulttags import url as django_url
from django.templatetags.i18n import TranslateNode, do_translate
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from opentwinning.core.addresses import reverse
from opentwinning.core.components import contract, formats
from opentwinning.core.gathering import STYLE_SHEETS

register = template.Library()
logger = logging.getLogger(__name__)

SPRITE = Path(__file__).parent.parent / "static" / "ot" / "icons.svg"


def _checked(name: str, props: Mapping[str, object], slots: Mapping[str, object]) -> None:
    try:
        contract.check_use(name, props, slots)
    except contract.ComponentError as error:
        raise template.TemplateSyntaxError(str(error)) from error


def _props(parser: Parser, bits: list[str]) -> dict[str, FilterExpression]:
    props = {}
    for bit in bits:
        key, equals, value = bit.partition("=")
        if not equals:
            raise template.TemplateSyntaxError(f"A prop is written name=value, not “{bit}”.")
        props[key] = parser.compile_filter(value)
    return props


def _name(bits: list[str]) -> str:
    if len(bits) < 2 or bits[1][0] not in "\"'" or bits[1][0] != bits[1][-1]:
        raise template.TemplateSyntaxError(f"{bits[0]} needs a name in quotes.")
    return bits[1][1:-1]


class ComponentNode(Node):
    """A use of a component; its props are evaluated where it stands."""

    child_nodelists = ("content",)

    def __init__(self, name: str, props: Mapping[str, FilterExpression], content: NodeList) -> None:
        self.contract = contract.component_named(name)
        self.props, self.content = props, content

    def render(self, context: Context) -> SafeString:
        props: dict[str, Any] = {key: value.resolve(context) for key, value in self.props.items()}
        slots: dict[str, str] = {}
        loose: list[str] = []
        for node in self.content:
            if isinstance(node, SlotNode):
                slots[node.slot] = SafeString(node.content.render(context).strip())
            else:
                loose.append(str(node.render_annotated(context)))
        if text := "".join(loose).strip():
            slots["content"] = SafeString(text)  # escaped by the nodes that made it
        return contract.drawn(self.contract, props, slots, context)


class SlotNode(Node):
    """A named part inside a blockcomponent."""

    child_nodelists = ("content",)

    def __init__(self, slot: str, content: NodeList) -> None:
        self.slot, self.content = slot, content

    def render(self, context: Context) -> SafeString:
        raise template.TemplateSyntaxError("slot stands directly inside blockcomponent.")


@register.tag
def component(parser: Parser, token: Token) -> ComponentNode:
    """``{% component "button" label="Save" kind="primary" %}``: a component without a block."""
    bits = token.split_contents()
    name, props = _name(bits), _props(parser, bits[2:])
    _checked(name, props, {})
    return ComponentNode(name, props, NodeList())


@register.tag
def blockcomponent(parser: Parser, token: Token) -> ComponentNode:
    """``{% blockcomponent "card" … %}…{% slot "foot" %}…{% endslot %}{% endblockcomponent %}``."""
    bits = token.split_contents()
    name, props = _name(bits), _props(parser, bits[2:])
    content = parser.parse(("endblockcomponent",))
    parser.delete_first_token()
    slots: dict[str, object] = {node.slot: node for node in content if isinstance(node, SlotNode)}
    if any(not isinstance(node, SlotNode) and _says_something(node) for node in content):
        slots["content"] = content
    _checked(name, props, slots)
    return ComponentNode(name, props, content)


@register.tag
def slot(parser: Parser, token: Token) -> SlotNode:
    """``{% slot "foot" %}…{% endslot %}``: what stands in a named part of the component."""
    name = _name(token.split_contents())
    content = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(name, content)


def _says_something(node: Node) -> bool:
    return bool(getattr(node, "s", "text").strip())


@cache
def icon_names() -> frozenset[str]:
    """Names of the drawn icons, read from the sprite itself."""
    return frozenset(re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text("utf-8")))


class RememberNode(Node):
    """A part of a page that looks alike for everybody who reads the same language."""

    child_nodelists = ("content",)
    KEPT = 500

    def __init__(self, keys: list[FilterExpression], content: NodeList) -> None:
        self.keys, self.content = keys, content
        self.kept: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        values = [key.resolve(context) for key in self.keys]
        key = (get_language(), *((type(value), str(value)) for value in values))
        drawn = self.kept.get(key)
        if drawn is None:
            if len(self.kept) >= self.KEPT:
                self.kept.clear()
            drawn = self.kept[key] = self.content.render(context)
        return drawn


@register.tag
def remember(parser: Parser, token: Token) -> RememberNode:
    """``{% remember a b %}…{% endremember %}``: drawn once for each language and value of a and b.

    What stands inside may read nothing else: no form with its token, nothing about a person.
    """
    keys = [parser.compile_filter(bit) for bit in token.split_contents()[1:]]
    content = parser.parse(("endremember",))
    parser.delete_first_token()
    if content.get_nodes_by_type(CsrfTokenNode):
        raise template.TemplateSyntaxError("A form's token is personal: it cannot be remembered.")
    return RememberNode(keys, content)


class AddressNode(URLNode):
    """Django's ``url`` with remembered addresses; ours have positional arguments only."""

    def render(self, context: Context) -> str:
        args = [arg.resolve(context) for arg in self.args]
        try:
            address = reverse(self.view_name.resolve(context), args)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            address = ""
        if self.asvar is None:
            return conditional_escape(address)
        context[self.asvar] = address
        return ""


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    """``{% url "projects:project" project.ref %}``, with ``as name`` for later."""
    node = django_url(parser, token)
    if node.kwargs:
        raise template.TemplateSyntaxError("url takes positional arguments here.")
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)


class SaidNode(TranslateNode):
    """Django's ``translate`` of fixed words: looked up and escaped once for each language."""

    def __init__(self, node: TranslateNode) -> None:
        super().__init__(node.filter_expression, node.noop, None, node.message_context)
        self.name = node.asvar
        self.said: dict[tuple[str | None, bool], str] = {}

    def render(self, context: Context) -> str:
        key = (get_language(), context.autoescape)
        said = self.said.get(key)
        if said is None:
            said = self.said[key] = super().render(context)
        if self.name is None:
            return said
        context[self.name] = said
        return ""


@register.tag
def translate(parser: Parser, token: Token) -> TranslateNode:
    """``{% translate "Save" context "forms" %}`` as everywhere; only of fixed words, quickly."""
    node = do_translate(parser, token)
    context = node.message_context
    fixed = _is_fixed(node.filter_expression) and (context is None or _is_fixed(context))
    return SaidNode(node) if fixed else node


def _is_fixed(said: FilterExpression) -> bool:
    literal = isinstance(said.var, str) or getattr(said.var, "literal", None) is not None
    return literal and not said.filters


class IconNode(Node):
    """An icon from the sprite."""

    def __init__(self, name: FilterExpression, label: FilterExpression | None, size: str) -> None:
        self.name, self.label, self.size = name, label, size

    def render(self, context: Context) -> SafeString:
        label = self.label.resolve(context) if self.label else ""
        return icon_svg(str(self.name.resolve(context)), label=str(label or ""), size=self.size)


@register.tag
def icon(parser: Parser, token: Token) -> IconNode:
    """``{% icon "house" %}``; with label="…" it speaks, without it is silent decoration."""
    bits = token.split_contents()
    if len(bits) < 2:
        raise template.TemplateSyntaxError("icon needs a name.")
    props = _props(parser, bits[2:])
    if bits[1][0] in "\"'" and bits[1][1:-1] not in icon_names():
        raise template.TemplateSyntaxError(f"There is no icon “{bits[1][1:-1]}” in icons.svg.")
    size = str(props["size"].resolve(Context())) if "size" in props else ""
    return IconNode(parser.compile_filter(bits[1]), props.get("label"), size)


def icon_svg(name: str, *, label: str = "", size: str = "") -> SafeString:
    """The icon as markup; an unknown name from data draws nothing and leaves a log line."""
    if not name:
        return mark_safe("")
    if name not in icon_names():
        logger.warning("There is no icon “%s” in icons.svg.", name)
        return mark_safe("")
    storage = staticfiles_storage
    sprite = _sprite(storage.__class__.__name__, getattr(storage, "base_url", "") or "")
    return _icon_markup(sprite, name, label, size)


@lru_cache(maxsize=8)
def _sprite(_storage: str, _base: str) -> str:
    """The address of the sprite: a page asks for it some forty times, and it stays the same as
    long as the site runs."""
    return str(staticfiles_storage.url("ot/icons.svg"))


@lru_cache(maxsize=2048, typed=True)
def _icon_markup(sprite: str, name: str, label: str, size: str) -> SafeString:
    return format_html(
        '<svg class="ot-icon{}" width="24" height="24" viewBox="0 0 24 24" {}>'
        '<use href="{}#{}"></use></svg>',
        f" ot-icon--{size}" if size else "",
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"'),
        sprite,
        name,
    )


@register.simple_tag(takes_context=True)
def panel(context: Context, filled: tuple[str, dict[str, Any]]) -> str:
    """``{% panel each %}`` for each of ``core.places.panels(…)``: a part filled by a higher app.

    Its template reads its own values by name, and all of them as ``panel``.
    """
    name, values = filled
    engine = context.template.engine if context.template else None
    if engine is None:
        raise template.TemplateSyntaxError("panel stands in a page.")
    with context.push(**values, panel=values):
        return str(engine.get_template(name).render(context))


@register.simple_tag
def style_sheets() -> SafeString:
    """The links to our style sheets: one file where a running site has gathered them."""
    gathered = getattr(staticfiles_storage, "gathers", False)
    sheets = STYLE_SHEETS[:1] if gathered else STYLE_SHEETS
    return _sheet_links(staticfiles_storage.url(sheets[0]), sheets)


@lru_cache(maxsize=8)
def _sheet_links(first: str, sheets: tuple[str, ...]) -> SafeString:
    """Where the first sheet is tells where the others are, so they are looked up once."""
    addresses = [(first,), *((staticfiles_storage.url(sheet),) for sheet in sheets[1:])]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', addresses)


@register.simple_tag
def drawing(sheet: str, name: str, css_class: str = "", view_box: str = "") -> SafeString:
    """A decorative drawing from ``ot/art/<sheet>.svg``: people, covers, pictures, scenes."""
    address = staticfiles_storage.url(f"ot/art/{sheet}.svg")
    return _drawing_markup(address, name, css_class or f"ot-{sheet}", view_box)


@lru_cache(maxsize=2048, typed=True)
def _drawing_markup(address: str, name: str, css_class: str, view_box: str) -> SafeString:
    return format_html(
        '<svg class="{}"{} aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css_class,
        format_html(' viewBox="{}"', view_box) if view_box else "",
        address,
        name,
    )


@register.simple_tag
def local_time(moment: datetime | None, zone: str = "", place: str = "") -> SafeString:
    """“Tue 3 March, 10:00”, and with zone= also the time over there: “· 11:00 Athens”."""
    if moment is None:
        return mark_safe("")
    here = _time_markup(moment.isoformat(timespec="minutes"), formats.moment_in_words(moment))
    if not zone:
        return here
    over_there = formats.elsewhere_in_words(moment, zone)
    return format_html(
        '{} <span class="ot-time__there">· <bdi>{}</bdi> {}</span>',
        here,
        over_there,
        place or zone.rpartition("/")[2].replace("_", " "),
    )


@lru_cache(maxsize=4096, typed=True)
def _time_markup(moment: str, words: str) -> SafeString:
    return format_html('<time class="ot-time" datetime="{}">{}</time>', moment, words)


@register.simple_tag
def local_date(day: date | None) -> SafeString:
    """“Tue 3 March” for a date or for the local day of a moment."""
    if day is None:
        return mark_safe("")
    plain = timezone.localtime(day).date() if isinstance(day, datetime) else day
    return _time_markup(plain.isoformat(), formats.day_in_words(plain))


@register.filter
def day_in_words(day: date | None) -> str:
    """“3 March”, with the year when it is not this one: a day inside a sentence."""
    if day is None:
        return ""
    plain = timezone.localtime(day).date() if isinstance(day, datetime) else day
    return formats.day_in_words(plain, weekday=False)


@register.filter
def country_name(code: str) -> str:
    """Name of a country in the reader's language."""
    return formats.country_name(code)


@register.filter
def language_name(code: str) -> str:
    """Name of a language in the reader's language."""
    return formats.language_name(code)
