"""Parts of pages that are drawn once: the same markup as drawn anew, never somebody else's."""

import pytest
from django.template import Context, Engine, TemplateSyntaxError
from django.utils import translation
from django.utils.safestring import SafeString

from opentwinning.core.addresses import reverse
from opentwinning.core.components import contract


def drawn(source, **values):
    return Engine.get_default().from_string("{% load i18n ot %}" + source).render(Context(values))


def compiled(source):
    return Engine.get_default().from_string("{% load i18n ot %}" + source)


def test_a_part_is_drawn_once_for_each_value():
    template = compiled("{% remember key %}{{ key }} {{ changing }}{% endremember %}")
    assert template.render(Context({"key": "a", "changing": 1})) == "a 1"
    assert template.render(Context({"key": "a", "changing": 2})) == "a 1"
    assert template.render(Context({"key": "b", "changing": 3})) == "b 3"


def test_a_part_is_drawn_for_each_language():
    template = compiled('{% remember %}{% translate "Search" context "frame" %}{% endremember %}')
    with translation.override("en"):
        english = template.render(Context())
    with translation.override("da"):
        assert template.render(Context()) != english


def test_a_value_that_is_safe_does_not_lend_its_markup_to_one_that_is_not():
    template = compiled("{% remember key %}{{ key }}{% endremember %}")
    assert template.render(Context({"key": SafeString("<b>")})) == "<b>"
    assert template.render(Context({"key": "<b>"})) == "&lt;b&gt;"


def test_the_memory_of_a_part_is_bounded():
    template = compiled("{% remember key %}{{ key }}{% endremember %}")
    node = template.nodelist[-1]
    for number in range(node.KEPT * 2 + 1):
        template.render(Context({"key": number}))
    assert len(node.kept) <= node.KEPT


def test_a_form_with_its_token_cannot_be_remembered():
    with pytest.raises(TemplateSyntaxError):
        compiled("{% remember %}<form>{% csrf_token %}</form>{% endremember %}")


PLAIN = sorted(
    name for name in contract.component_names() if contract.component_named(name).is_plain
)


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_component_looks_the_same_drawn_once_and_drawn_anew(name):
    kind = contract.component_named(name)
    for story in kind.stories():
        if story.slots:
            continue
        anew = contract._drawn(kind, story.props, {}, Context())
        for _ in range(2):
            assert contract.render_component(name, story.props) == anew


def test_a_plain_component_escapes_a_text_that_was_safe_before():
    """C1: a safe text and the same text typed by somebody are two texts."""
    safe = contract.render_component("tag", {"label": SafeString("<b>x</b>")})
    typed = contract.render_component("tag", {"label": "<b>x</b>"})
    assert "<b>x</b>" in safe
    assert "<b>x</b>" not in typed


def test_a_plain_component_speaks_the_readers_language():
    with translation.override("en"):
        english = contract.render_component("country", {"code": "DE"})
    with translation.override("da"):
        danish = contract.render_component("country", {"code": "DE"})
    assert "Germany" in english
    assert "Tyskland" in danish


def test_no_plain_component_reads_the_request():
    """They are drawn without it, so that nothing about a person can be remembered."""
    for name in PLAIN:
        source = contract.component_named(name).template.read_text("utf-8")
        assert not any(word in source for word in contract.PASSED_DOWN), name
        assert "local_time" not in source, name


def test_addresses_follow_the_language():
    with translation.override("en"):
        assert reverse("today:today") == "/today/"
    with translation.override("sl"):
        assert reverse("today:today") == "/sl/today/"
        assert reverse("projects:project", ["prj_x"]).startswith("/sl/projects/prj_x")
        assert drawn('{% url "today:today" %}') == "/sl/today/"
        assert drawn('{% url "today:today" as home %}[{{ home }}]') == "[/sl/today/]"
        assert drawn('{% url "no:such" as home %}[{{ home }}]') == "[]"


def test_fixed_words_are_said_in_each_language_and_escaped():
    template = compiled('{% translate "Search" context "frame" as word %}[{{ word }}]')
    with translation.override("en"):
        assert template.render(Context()) == "[Search]"
    with translation.override("sl"):
        assert template.render(Context()) != "[Search]"
    assert drawn('{% translate "a & b" %}') == "a & b"
    assert drawn("{% translate word %}", word="<b>") == "&lt;b&gt;"
