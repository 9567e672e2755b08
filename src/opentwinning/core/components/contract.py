"""What a component is: typed props, named slots, one template, a few stories.

A component is a class with annotated attributes (its props) in a module of this package. Its
template lies beside the module under the same name. The class may add properties, which the
template reaches through ``this``.
"""

import sys
import typing
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any, ClassVar, Literal, cast, dataclass_transform, get_args, get_origin

from django.conf import settings
from django.template import Context, Engine, Origin, Template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language

ATTRIBUTE_PREFIXES = ("data_", "hx_", "aria_")
PASSED_DOWN = ("request", "csrf_token", "csp_nonce", "programme")


class ComponentError(Exception):
    """A component is used against its contract: unknown name, prop, slot or value."""


@dataclass(frozen=True)
class Story:
    """One example for the showcase: props and the template source of its slots."""

    title: str
    props: Mapping[str, Any] = field(default_factory=dict)
    slots: Mapping[str, str] = field(default_factory=dict)


class Component:
    """Base of all contracts. ``slots`` names what a block may fill; "content" is the default."""

    slots: ClassVar[tuple[str, ...]] = ()
    # Only its props and the language decide how it looks: drawn once for each of their values.
    is_plain: ClassVar[bool] = False
    takes_attributes: ClassVar[bool] = False
    template: ClassVar[Path]
    converters: ClassVar[dict[str, Callable[[Any], Any]]]
    defaults: ClassVar[dict[str, Callable[[], Any]]]

    @classmethod
    def stories(cls) -> Iterable[Story]:
        """Examples shown on the showcase page and rendered by the tests."""
        return ()


_registry: dict[str, type[Component]] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True)
def component[C: type[Component]](cls: C) -> C:
    """Make the class a frozen dataclass and register it under the name of its module."""
    made = cast(C, dataclass(frozen=True, kw_only=True)(cls))
    source = Path(sys.modules[cls.__module__].__file__ or "")
    made.template = source.with_suffix(".html")
    hints = typing.get_type_hints(made)
    made.converters = {
        key: _converter(source.stem, key, hint)
        for key, hint in hints.items()
        if get_origin(hint) is not ClassVar
    }
    made.defaults = {prop.name: _default(prop) for prop in fields(cast(Any, made))}
    _registry[source.stem] = made
    return made


def component_names() -> list[str]:
    """Names of all registered components, in alphabetical order."""
    return sorted(_registry)


def component_named(name: str) -> type[Component]:
    """The contract of that name; ComponentError if there is none."""
    try:
        return _registry[name]
    except KeyError:
        raise ComponentError(f"There is no component “{name}”.") from None


def check_use(name: str, props: Iterable[str], slots: Iterable[str] = ()) -> None:
    """Compare a use with the contract without rendering; ComponentError on the first mismatch."""
    contract = component_named(name)
    given = set(props)
    known = {prop.name for prop in fields(cast(Any, contract))}
    for prop in sorted(given - known):
        if not (contract.takes_attributes and prop.startswith(ATTRIBUTE_PREFIXES)):
            raise ComponentError(
                f"Component “{name}” has no prop “{prop}”. It has: {', '.join(sorted(known))}."
            )
    if missing := _required(contract) - given:
        raise ComponentError(f"Component “{name}” needs: {', '.join(sorted(missing))}.")
    for slot in slots:
        if slot not in contract.slots:
            raise ComponentError(f"Component “{name}” has no slot “{slot}”.")


def render_component(
    name: str,
    props: Mapping[str, Any],
    *,
    slots: Mapping[str, str] | None = None,
    context: Context | None = None,
) -> SafeString:
    """Render one component in a context of its own; ComponentError if used against the contract."""
    slots = slots or {}
    check_use(name, props, slots)
    return drawn(component_named(name), props, slots, context if context is not None else Context())


def drawn(
    contract: type[Component],
    props: Mapping[str, Any],
    slots: Mapping[str, str],
    surroundings: Context,
) -> SafeString:
    """Render a use that was checked before: the template tags check when they are compiled."""
    if not contract.is_plain or slots or settings.DEBUG:
        return _drawn(contract, props, slots, surroundings)
    try:
        known = tuple(_exactly(key, value) for key, value in props.items())
        return _drawn_once(cast("Hashable", contract), get_language(), known)
    except _Unhashable:
        return _drawn(contract, props, slots, Context())


class _Unhashable(TypeError):
    """A prop that cannot be part of a key."""


def _exactly(key: str, value: Any) -> tuple[str, type, Any]:
    """A prop as part of a key. Its type belongs to it: a text that is safe as it stands equals one
    that must be escaped."""
    if isinstance(value, Promise):
        value = str(value)
    if not isinstance(value, _KEYS):
        raise _Unhashable(key)
    return key, type(value), value


_KEYS = (str, int, type(None))  # bool is an int; a key of its own by its type


@lru_cache(maxsize=8192)
def _drawn_once(
    contract: Hashable, _language: str | None, props: tuple[tuple[str, type, Any], ...]
) -> SafeString:
    return _drawn(
        cast("type[Component]", contract), {key: value for key, _, value in props}, {}, Context()
    )


def _drawn(
    contract: type[Component],
    props: Mapping[str, Any],
    slots: Mapping[str, str],
    surroundings: Context,
) -> SafeString:
    known = contract.converters
    values: dict[str, Any] = {
        key: known[key](props[key]) if key in props else default()
        for key, default in contract.defaults.items()
    }
    instance = object.__new__(contract)
    instance.__dict__.update(values)  # what its frozen __init__ would do, one by one
    values["this"] = instance
    values["slots"] = slots
    values["attributes"] = {
        key.replace("_", "-"): value
        for key, value in props.items()
        if key not in known and value is not None and value is not False
    }
    for key in PASSED_DOWN:
        if key not in values and key in surroundings:
            values[key] = surroundings[key]
    return _template(contract.template).render(surroundings.new(values))


def _default(prop: "Field[Any]") -> Callable[[], Any]:
    if prop.default_factory is not MISSING:
        return prop.default_factory
    return partial(_unchanged, prop.default)


def _required(contract: type[Component]) -> set[str]:
    return {
        prop.name
        for prop in fields(cast(Any, contract))
        if prop.default is MISSING and prop.default_factory is MISSING
    }


def _converter(name: str, key: str, hint: Any) -> Callable[[Any], Any]:
    """What brings a value into the declared type. Missing variables arrive as None or ""."""
    if get_origin(hint) is not Literal:
        return _CONVERTERS.get(hint, _unchanged)
    words = get_args(hint)

    def one_of(value: Any) -> Any:
        if value in words:
            return value
        raise ComponentError(f"“{name}”: {key}={value!r} is none of {', '.join(words)}.")

    return one_of


def _unchanged(value: Any) -> Any:
    return value


def _text(value: Any) -> Any:
    if value is None:
        return ""
    return value if isinstance(value, (str, Promise)) else str(value)


_CONVERTERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    bool: bool,
    int: lambda value: int(value or 0),
}


def _template(path: Path) -> Template:
    """Compiled once per process; while developing, again after each change of the file."""
    return _compiled(path, path.stat().st_mtime if settings.DEBUG else 0.0)


@cache
def _compiled(path: Path, _changed: float) -> Template:
    origin = Origin(str(path), path.name)
    return Template(path.read_text("utf-8").rstrip(), origin, path.name, Engine.get_default())
