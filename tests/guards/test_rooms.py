"""House law about files: sizes, rooms, forbidden words."""

import ast
import re

from tests.guards.house import ROOT, SRC, app_of, apps, name, sources, templates, tree

FORBIDDEN_STEMS = {
    "utils",
    "helpers",
    "common",
    "misc",
    "manager",
    "managers",
    "service",
    "handler",
}


def test_no_file_is_longer_than_400_lines():
    """Python, scripts, styles and templates alike; what others wrote or Django generates aside."""
    long = [
        str(p.relative_to(ROOT))
        for folder in ("src", "tests", "tools", "benchmarks", "deploy")
        for p in sorted((ROOT / folder).rglob("*"))
        if p.suffix in {".py", ".js", ".html", ".css"}
        and not {"vendor", "migrations", "node_modules"} & set(p.parts)
        and len(p.read_text("utf-8").splitlines()) > 400
    ]
    assert not long


def test_every_app_explains_itself():
    assert not [name(p) for p in apps() if not (p / "README.md").exists()]


def test_no_module_has_a_name_that_says_nothing():
    assert not [name(p) for p in sources() if p.stem in FORBIDDEN_STEMS]


def test_views_and_forms_reach_objects_only_through_doors():
    """B2: `.objects` is for models, queries, actions and wiring."""
    wrong = []
    for path in sources():
        if app_of(path) and {"views", "forms"} & set(path.relative_to(SRC).parts):
            wrong += [
                f"{name(path)}:{node.lineno}"
                for node in ast.walk(tree(path))
                if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
            ]
    assert not wrong


def test_nobody_hides_an_import():
    """No get_model, no string imports, no signals of our own."""
    words = re.compile(r"get_model\(|import_module\(|import_string\(|Signal\(|@receiver")
    allowed = {"core/permits.py", "core/components/__init__.py"}  # loads every component
    assert not [
        name(p) for p in sources() if name(p) not in allowed and words.search(p.read_text("utf-8"))
    ]


def test_only_named_modules_bless_html():
    """C4: mark_safe and |safe stand in three named modules and in no template."""
    allowed = {
        "core/richtext.py",
        "core/showcase.py",
        "core/templatetags/ot.py",
        "core/components/print_card.py",
    }
    code = [
        name(p)
        for p in sources()
        if re.search(r"\bmark_safe\(", p.read_text("utf-8")) and name(p) not in allowed
    ]
    pages = [
        name(p)
        for p in templates()
        if re.search(r"\|\s*safe\b|autoescape off", p.read_text("utf-8"))
    ]
    assert not code + pages


def test_no_template_holds_inline_script_or_style():
    """I2: the policy of the browser forbids it, so it would silently not work."""
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/)|\sstyle=|\son\w+=\"|javascript:",
        re.IGNORECASE,
    )
    mail = "/mail/"
    assert not [
        name(p) for p in templates() if mail not in str(p) and inline.search(p.read_text("utf-8"))
    ]


def test_no_page_asks_a_stranger():
    """I8: nothing is loaded from another host."""
    css = re.compile(r"url\(\s*['\"]?(?:https?:)?//", re.IGNORECASE)
    wrong = [
        name(p)
        for p in templates()
        if re.search(
            r"""(?:src|<link[^>]+href)=["'](?:https?:)?//""", p.read_text("utf-8"), re.IGNORECASE
        )
    ]
    wrong += [name(p) for p in SRC.rglob("*.css") if css.search(p.read_text("utf-8"))]
    assert not wrong


def test_every_sentence_can_be_translated_with_its_context():
    """Messages carry a context marker; bare gettext and translate without context are refused."""
    bare = re.compile(r"\b(?:gettext|gettext_lazy|ngettext|ngettext_lazy)\(")
    wrong = [name(p) for p in sources() if bare.search(p.read_text("utf-8"))]
    tag = re.compile(r"{%\s*(?:translate|trans)\s(?![^%]*\bcontext\b)[^%]*%}")
    block = re.compile(r"{%\s*blocktrans(?:late)?\b(?![^%]*\bcontext\b)[^%]*%}")
    for page in templates():
        text = page.read_text("utf-8")
        if tag.search(text) or block.search(text):
            wrong.append(name(page))
    assert not wrong


def test_the_foreign_name_appears_nowhere():
    """Decision 9: the product has its own names."""
    word = "e" + "twinning"
    wrong = [
        str(p.relative_to(ROOT))
        for folder in ("src", "docs", "tests", "tools")
        for p in (ROOT / folder).rglob("*")
        if p.suffix in {".py", ".html", ".md", ".yaml", ".txt", ".po"}
        and p.is_file()
        and "node_modules" not in p.parts
        and word in re.sub("opentwinning", "", p.read_text("utf-8", errors="ignore").lower())
    ]
    assert not wrong
