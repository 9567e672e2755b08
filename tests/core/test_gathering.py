"""A running site sends few files: style sheets and modules stand in the place of their imports."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template import Context, Engine

from opentwinning.core import gathering, statics


def read_from(sources):
    return sources.__getitem__


def test_style_sheets_are_joined():
    texts = {name: f"/* {name} */" for name in gathering.STYLE_SHEETS}
    first, *_ = gathering.STYLE_SHEETS
    assert gathering.style_sheet(first, read_from(texts)) == "\n".join(texts.values())


def test_every_rule_stands_in_a_layer():
    """So that the order of the joined sheets decides nothing."""
    for name in gathering.STYLE_SHEETS:
        sheet = Path(finders.find(name)).read_text("utf-8")
        sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        outside = re.sub(r"^@layer [^{;]+\{.*?^\}", "", sheet, flags=re.DOTALL | re.MULTILINE)
        outside = re.sub(r"@layer [^{;]+;", "", outside)
        assert outside.strip() == "", outside[:200]


@pytest.mark.parametrize(("gathers", "links"), [(True, 1), (False, len(gathering.STYLE_SHEETS))])
def test_a_running_site_links_one_style_sheet(monkeypatch, gathers, links):
    monkeypatch.setattr(staticfiles_storage, "gathers", gathers, raising=False)
    html = Engine.get_default().from_string("{% style_sheets %}").render(Context())
    assert html.count('rel="stylesheet"') == links


def test_a_module_becomes_what_it_exports():
    sources = {
        "a/app.js": 'import { one, two } from "./parts/some.js";\n'
        'import * as whole from "./parts/other.js";\none(whole.start);\nexport { whole };\n',
        "a/parts/some.js": "const hidden = 1;\nexport function one() {}\n"
        "export async function two() { return hidden; }\n",
        "a/parts/other.js": 'import { one } from "./some.js";\n'
        "export function start() { one(); }\n",
    }
    gathered = gathering.module("a/app.js", read_from(sources))
    assert "import" not in gathered
    assert gathered.startswith(
        "const { one, two } = (() => {\nconst hidden = 1;\nfunction one() {}"
    )
    assert "return { one, two };\n})();\n" in gathered
    assert "const whole = (() => {\nconst { one } = (() => {" in gathered
    assert gathered.endswith("export { whole };\n")


@pytest.mark.parametrize(
    "form",
    [
        "export default 7;\n",
        'export { x } from "./x.js";\n',
        'import x from "./x.js";\n',
        'const later = () => import("./x.js");\n',
    ],
)
def test_a_form_that_is_not_understood_stops_the_gathering(form):
    sources = {"app.js": 'import { x } from "./deep/part.js";\n', "deep/part.js": form}
    with pytest.raises(gathering.CannotGather):
        gathering.module("app.js", read_from(sources))


@pytest.mark.parametrize("name", statics.GATHERED)
def test_our_own_sources_can_be_gathered(name):
    def read(part):
        return Path(finders.find(part)).read_text("utf-8")

    gathered = statics.GATHERED[name](name, read)
    assert len(gathered) > len(read(name))
    assert "\nimport {" not in gathered
    assert "\nimport *" not in gathered


def test_the_address_of_a_file_is_looked_up_once(settings, tmp_path):
    """The manifest is read when the site starts and not asked again."""
    storage = statics.HouseStatics(location=tmp_path, base_url="/static/")
    storage.hashed_files = {"ot/app.js": "ot/app.123.js"}
    assert storage.url("ot/app.js") == "/static/ot/app.123.js"
    storage.hashed_files = {}
    assert storage.url("ot/app.js") == "/static/ot/app.123.js"
    assert staticfiles_storage.url("ot/app.js") == "/static/ot/app.js"


def test_what_a_part_beside_the_entry_loads_later_stays_a_file_of_its_own():
    later = 'export const x = () => import("../far.js");\n'
    sources = {"in/app.js": 'import { x } from "./part.js";\n', "in/part.js": later}
    assert 'import("../far.js")' in gathering.module("in/app.js", sources.__getitem__)
