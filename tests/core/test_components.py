"""The design language keeps its promises: contracts, stories, contrast, nothing inline."""

import re
from pathlib import Path

import pytest
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.test import RequestFactory

from opentwinning.core.components import contract, formats
from opentwinning.core.forms import AnyOrOneField, LineField, OtForm, SearchForm, SearchWordsField
from opentwinning.core.showcase import chapters, showcase
from opentwinning.core.templatetags import ot
from tools.design.draw import ART, sheets
from tools.design.draw import written as written_sheet

SOURCE = Path(contract.__file__).parents[2]
STYLES = sorted((SOURCE / "core/static/ot/styles").glob("*.css"))
TEMPLATES = sorted(SOURCE.rglob("*.html"))
SCRIPTS = sorted(path for path in SOURCE.rglob("static/**/*.js") if "vendor" not in path.parts)


def written(source: str, **context: object) -> str:
    return Template("{% load ot %}" + source).render(Context(context))


# --- contracts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ('{% component "buton" label="Go" %}', "no component “buton”"),
        ('{% component "button" labl="Go" %}', "no prop “labl”"),
        ('{% component "button" kind="primary" %}', "needs: label"),
        ('{% component button label="Go" %}', "name in quotes"),
        ('{% component "button" "Go" %}', "name=value"),
        ('{% component "tag" label="Go" data_ot_copy="x" %}', "no prop “data_ot_copy”"),
        ('{% blockcomponent "tag" label="Go" %}text{% endblockcomponent %}', "no slot “content”"),
        (
            '{% blockcomponent "card" %}{% slot "side" %}x{% endslot %}{% endblockcomponent %}',
            "no slot “side”",
        ),
        ('{% icon "no-such-thing" %}', "no icon “no-such-thing”"),
    ],
)
def test_a_use_against_the_contract_is_refused_when_the_template_is_compiled(wrong, message):
    with pytest.raises(TemplateSyntaxError, match=message):
        written(wrong)


def test_a_word_outside_the_list_of_a_prop_is_refused():
    with pytest.raises(contract.ComponentError, match="kind='loud'"):
        written('{% component "button" label="Go" kind=kind %}', kind="loud")


def test_what_people_typed_is_escaped_in_props_and_in_attributes():
    html = written(
        '{% component "button" label=text href=text data_ot_copy=text %}', text='"><script>x'
    )
    assert "<script>" not in html
    assert html.count("&quot;&gt;&lt;script&gt;x") == 3


def test_slots_reach_their_places_and_empty_ones_leave_nothing():
    html = written(
        '{% blockcomponent "card" title="Rivers" %}<p>Text</p>'
        '{% slot "foot" %}{% if nobody %}x{% endif %}{% endslot %}{% endblockcomponent %}'
    )
    assert "<p>Text</p>" in html
    assert "ot-card__foot" not in html


def test_a_missing_variable_leaves_a_prop_empty_and_does_not_break_the_page():
    assert "ot-tag" in written('{% component "tag" label="A" href=nothing.here %}')


# --- stories --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", contract.component_names())
def test_every_component_has_stories_and_each_of_them_renders(name, rf: RequestFactory):
    context = Context({"request": rf.get("/")})
    [chapter] = [chapter for chapter in chapters(context) if chapter["name"] == name]
    assert chapter["stories"], "a component without an example cannot be judged"
    for title, markup in chapter["stories"]:
        assert re.search(r"<\w+", markup), f"{name}, {title}: draws nothing"


def test_the_showcase_is_one_page_with_all_components(rf: RequestFactory):
    page = showcase(rf.get("/showcase/")).content.decode()
    for name in contract.component_names():
        assert f'id="{name}"' in page
    assert page.count("<h1") == 2, "its own and the one in the story of page_head"


def test_a_field_ties_hint_error_and_count_to_its_input():
    form = contract.component_named("field").stories()
    html = "".join(
        contract.render_component("field", story.props) for story in form if "error" in story.title
    )
    for described in re.findall(r'aria-describedby="([^"]+)"', html):
        for target in described.split():
            assert f'id="{target}"' in html


def test_a_form_says_what_may_stay_empty_and_a_search_never_does():
    class Finding(SearchForm):
        q = SearchWordsField(label="Words")
        age = AnyOrOneField("ages", empty="All", label="Age")

    class Asking(OtForm):
        note = LineField(label="Note", required=False)

    draw = '{% for field in form %}{% component "field" field=field %}{% endfor %}'
    assert "(optional)" in written(draw, form=Asking())
    assert "(optional)" not in written(draw, form=Finding({}))


def test_the_same_ref_gets_the_same_drawing_and_refs_are_spread_evenly():
    assert formats.pick("prj_1", 12) == formats.pick("prj_1", 12)
    drawn = [formats.pick(f"edu_{number}", 24) for number in range(2400)]
    assert all(60 <= drawn.count(number) <= 140 for number in range(24))


def test_every_drawing_named_by_a_component_exists():
    art = SOURCE / "core/static/ot/art"
    symbols = {
        sheet: set(re.findall(r'<symbol id="([\w-]+)"', (art / f"{sheet}.svg").read_text("utf-8")))
        for sheet in ("people", "covers", "pictures", "scenes")
    }
    assert {f"p{number:02}" for number in range(48)} == symbols["people"]
    assert {f"c{number:02}" for number in range(12)} == symbols["covers"]
    assert {"hero", "nothing", "search", "done"} <= symbols["scenes"]
    from opentwinning.core.components.picture_grid import PICTURES

    assert set(PICTURES) == symbols["pictures"]


def test_the_drawings_are_what_the_drawing_program_draws():
    for name, sheet in sheets().items():
        assert (ART / f"{name}.svg").read_text("utf-8") == written_sheet(sheet), name


def test_icons_asked_for_by_data_draw_nothing_when_unknown(caplog):
    assert ot.icon_svg("no-such-thing") == ""
    assert "no-such-thing" in caplog.text


# --- templates of the whole house -----------------------------------------------------------


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_template_has_inline_style_or_script(path):
    """The content security policy refuses them (I2); a page must not depend on what is refused."""
    text = path.read_text("utf-8")
    assert not re.search(r"<style\b|\sstyle\s*=", text), "inline style"
    assert not re.search(r"\son(?:click|change|load|submit|input|error|key\w+)\s*=", text), (
        "handler"
    )
    for attributes in re.findall(r"<script\b([^>]*)>", text):
        assert "src=" in attributes or "application/json" in attributes, "inline script"
    assert "javascript:" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_every_template_compiles_so_every_component_is_used_by_its_contract(path):
    Template(path.read_text("utf-8"), engine=Engine.get_default())


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html", "403_csrf.html"])
def test_error_pages_say_what_happened_and_offer_a_next_step(name):
    page = render_to_string(name)
    assert page.count("<h1") == 1
    assert 'href="/"' in page or "<button" in page


# --- styles ---------------------------------------------------------------------------------

PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)\b"
    r"|(?<![\w-])(?:left|right|top|bottom)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius"
    r"|[{;]\s*(?:min-|max-)?(?:width|height)\s*:"
)


@pytest.mark.parametrize(
    "path", [*STYLES, SOURCE / "core/static/ot/together/writing.css"], ids=lambda path: path.name
)
def test_styles_use_logical_directions_only(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert PHYSICAL.findall(text) == []


STATIC = re.compile(r'^(?:import|export)\b[^;(]*?["\'](\./[^"\']+)["\']', re.MULTILINE)
LATER = re.compile(r'import\("(\./[^"]+)"\)')
OURS = SOURCE / "core/static/ot"


def loaded_with(script, known=frozenset()):
    """A script and what it needs before it runs, without what the page has already."""
    found, left = set(), [script]
    while left:
        each = left.pop()
        if each not in found | known and "vendor" not in each.parts:
            found.add(each)
            left += [(each.parent / name).resolve() for name in STATIC.findall(each.read_text())]
    return found


def size(paths):
    return sum(path.stat().st_size for path in paths)


def test_styles_and_scripts_stay_within_the_budget_of_a_page():
    """First page: 150 KB in all, 50 KB of it script (ux §5). Every page loads the entry; what a
    page asks for comes beside it: the heaviest together with what writing pages need stays within
    the budget, without packing."""
    assert size(STYLES) < 110_000
    entry = (OURS / "app.js").resolve()
    first = loaded_with(entry)
    assert size(first) < 20_000
    asked = {name: (OURS / name).resolve() for name in LATER.findall(entry.read_text())}
    assert len(asked) > 8
    parts = {name: loaded_with(path, first) for name, path in asked.items() if path.exists()}
    writing = set().union(*(parts[name] for name in parts if "writing" in name))
    for name, part in parts.items():
        assert size(first | writing | part) < 50_000, name


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_scripts_name_no_other_host_and_evaluate_no_text(path):
    text = path.read_text("utf-8")
    assert not re.search(r"\beval\(|new Function\(|document\.write", text)
    assert {"https://"} >= set(re.findall(r"https?://[\w.]*", text)), "only the prefix of a link"


def tokens() -> dict[str, dict[str, str]]:
    text = (SOURCE / "core/static/ot/styles/tokens.css").read_text("utf-8")
    light = text.split(":root {", 1)[1].split("}", 1)[0]
    system = text.split(':root:not([data-theme="light"]) {', 1)[1].split("}", 1)[0]
    wished = text.split(':root[data-theme="dark"] {', 1)[1].split("}", 1)[0]
    read = {
        name: dict(re.findall(r"--([\w-]+):\s*([^;]+);", part))
        for name, part in {"light": light, "system": system, "dark": wished}.items()
    }
    assert read.pop("system") == read["dark"], "the dark tokens stand twice and must be the same"
    return read


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


GROUNDS = ("bg", "surface", "canvas", "panel", "surface-2", "panel-hover")
TINTS = ("primary-bg", "accent-bg", "coral-bg", "success-bg", "warning-bg", "danger-bg", "info-bg")
TEXTS = [
    *((ink, ground) for ink in ("text", "text-muted", "link", "primary") for ground in GROUNDS),
    *(("text", tint) for tint in TINTS),
    *(("text-muted", tint) for tint in TINTS),
    *((tint.removesuffix("-bg"), tint) for tint in TINTS),
    *((tint.removesuffix("-bg"), ground) for tint in TINTS for ground in ("bg", "panel", "canvas")),
    *(("panel", tint.removesuffix("-bg")) for tint in TINTS),
    ("on-primary", "primary"),
    ("on-primary", "primary-hover"),
    ("bg", "text"),
]
CONTROLS = [("border-control", ground) for ground in GROUNDS] + [("focus", "focus-edge")]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tokens_have_the_contrast_of_wcag_aa(theme):
    """Text 4.5 to 1, borders of controls and the focus ring 3 to 1 (ux §6)."""
    colours = tokens()["light"] | (tokens()["dark"] if theme == "dark" else {})
    weak = [
        (ink, ground, round(contrast(colours[ink], colours[ground]), 2))
        for pairs, least in ((TEXTS, 4.5), (CONTROLS, 3.0))
        for ink, ground in pairs
        if contrast(colours[ink], colours[ground]) < least
    ]
    assert weak == []
