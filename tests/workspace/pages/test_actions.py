"""Writing together: versions, conflicts, the tree, publishing, the trash."""

import random

import pytest

from opentwinning.core.verdicts import Conflict, Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.workspace.files.models import PublicUse
from opentwinning.workspace.pages.actions import (
    create_page,
    delete_page,
    move_page,
    publish_page,
    purge_pages,
    restore_version,
    save_page,
    set_up_page,
    undelete_page,
    unpublish_page,
)
from opentwinning.workspace.pages.models import Page, PageVersion
from opentwinning.workspace.pages.queries import (
    access_published_page,
    compared,
    flaws_of,
    merged,
    page_tree,
    published_pages,
)
from opentwinning.workspace.spaces.queries import presence_in
from tests.scenes.files import a_file


def a_page(scene, person=None, **values):
    values = {"title": "Water", "text": "First text"} | values
    return create_page(by=(person or scene.ana).actor, space=scene.space, **values)


def texts(page) -> list[str]:
    return list(
        PageVersion.objects.filter(page=page).order_by("number").values_list("text", flat=True)
    )


# ---------------------------------------------------------------- writing


def test_every_saving_is_a_version_with_its_author(scene):
    page = a_page(scene)
    page = save_page(by=scene.luka.actor, page=page, title="Water", text="Second", version=1)
    assert texts(page) == ["First text", "Second"]
    assert page.saved_by == scene.member("luka")
    verbs = LedgerEntry.objects.filter(verb__startswith="workspace.pages").count()
    assert verbs == 2


def test_saving_without_a_change_makes_no_version(scene):
    page = a_page(scene)
    assert (
        save_page(
            by=scene.ion.actor, page=page, title="Water", text="First text", version=1
        ).version
        == 1
    )


def test_a_form_sent_twice_makes_one_page(scene):
    """G6; other words with an old token are a page of their own."""
    one = a_page(scene, form_token="t1")
    assert a_page(scene, form_token="t1") == one
    assert a_page(scene, form_token="t1", text="Other") != one
    assert Page.objects.count() == 2


def test_an_old_version_is_a_conflict_and_nothing_is_written(scene):
    page = a_page(scene)
    save_page(by=scene.ana.actor, page=page, title="Water", text="Ana's", version=1)
    with pytest.raises(Conflict) as conflict:
        save_page(by=scene.ion.actor, page=page, title="Water", text="Ion's", version=1)
    assert conflict.value.current.text == "Ana's"
    assert texts(page) == ["First text", "Ana's"]


def test_two_editors_and_many_savings_lose_no_word(scene):
    """G7: a thousand years of co-writing in little: every word written is in the last text."""
    page = a_page(scene, text="start")
    chance = random.Random(7)
    seen = dict.fromkeys(("ana", "ion"), (1, "start"))
    written = []
    for number in range(60):
        name = chance.choice(["ana", "ion"])
        version, base = seen[name]
        mine = f"{base}\n\n{name}{number}" if chance.random() < 0.5 else f"{name}{number}\n\n{base}"
        written.append(f"{name}{number}")
        actor = getattr(scene, name).actor
        try:
            saved = save_page(by=actor, page=page, title="Water", text=mine, version=version)
        except Conflict as conflict:
            current = conflict.current
            both, _ = merged(base, mine, current.text)
            saved = save_page(
                by=actor, page=page, title="Water", text=both, version=current.version
            )
        if chance.random() < 0.6:  # otherwise the other one keeps writing on an old version
            seen["ana" if name == "ion" else "ion"] = (saved.version, saved.text)
        seen[name] = (saved.version, saved.text)
    final = Page.objects.get(pk=page.pk).text
    assert [word for word in written if word not in final] == []


def test_a_pupil_without_the_right_is_refused_and_a_stranger_sees_nothing(scene):
    page = a_page(scene)
    with pytest.raises(Refused, match="Pupils may not"):
        save_page(by=scene.nina.actor, page=page, title="x", text="x", version=1)
    with pytest.raises(Refused) as refusal:
        save_page(by=scene.marek.actor, page=page, title="x", text="x", version=1)
    assert refusal.value.verdict.secret
    assert texts(page) == ["First text"]


def test_restoring_adds_a_version(scene):
    page = a_page(scene)
    save_page(by=scene.luka.actor, page=page, title="Other", text="Gone wrong", version=1)
    page = restore_version(by=scene.freja.actor, page=page, number=1)
    assert (page.title, page.text, page.version) == ("Water", "First text", 3)
    assert PageVersion.objects.get(page=page, number=3).restored_from == 1


# ---------------------------------------------------------------- the tree


def shape(scene):
    def lines(branches):
        return [(b.page.title, lines(b.children)) for b in branches]

    return lines(page_tree(presence_in(scene.ana.actor, scene.space)))


def test_pages_move_by_buttons(scene):
    a, b, c = (a_page(scene, title=t) for t in "ABC")
    move = lambda p, d: move_page(by=scene.freja.actor, page=p, direction=d)  # noqa: E731
    move(c, "up")
    assert shape(scene) == [("A", []), ("C", []), ("B", [])]
    move(c, "into")
    move(b, "into")
    assert shape(scene) == [("A", [("C", []), ("B", [])])]
    move(b, "into")
    assert shape(scene) == [("A", [("C", [("B", [])])])]
    d = a_page(scene, title="D", parent=c)
    with pytest.raises(Invalid, match="three levels"):
        move(d, "into")
    with pytest.raises(Invalid, match="three levels"):
        a_page(scene, title="E", parent=b)
    move(b, "out")
    assert shape(scene) == [("A", [("C", [("D", [])]), ("B", [])])]
    with pytest.raises(Invalid, match="cannot move"):
        move(a, "up")
    with pytest.raises(Refused):
        move_page(by=scene.nina.actor, page=b, direction="up")


def test_a_branch_with_pages_under_it_does_not_grow_too_deep(scene):
    a_page(scene, title="A")
    b = a_page(scene, title="B")
    c = a_page(scene, title="C", parent=b)
    a_page(scene, title="D", parent=c)
    with pytest.raises(Invalid, match="three levels"):
        move_page(by=scene.ana.actor, page=b, direction="into")


def test_pages_under_a_hidden_or_deleted_one_stand_at_the_top(scene):
    parent = a_page(scene, title="Staff", place="staff_room")
    a_page(scene, title="Child", parent=parent)
    seen = page_tree(presence_in(scene.nina.actor, scene.space))
    assert [b.page.title for b in seen] == ["Child"]
    delete_page(by=scene.ana.actor, page=parent)
    assert shape(scene) == [("Child", [])]


# ---------------------------------------------------------------- publishing


def test_visitors_read_a_frozen_version_with_its_files_and_nothing_else(scene):
    """X-51, B10."""
    file = a_file(scene.ana, scene.space, people_shown="nobody")
    page = a_page(scene, text=f"See [the plan](file:{file.ref})")
    assert published_pages([scene.space.pk]) == []
    publish_page(by=scene.ana.actor, page=page, version=1)
    save_page(by=scene.ion.actor, page=page, title="Secret", text="New secret", version=1)
    (shown,) = published_pages([scene.space.pk])
    assert (shown.title, shown.author) == ("Water", "Ana Kovač")
    assert f"/spaces/files/{file.ref}/content" in shown.html()
    url = f"/spaces/p/{page.ref}/"
    seen = scene.visitor.get(url).text
    assert "See" in seen
    assert "ecret" not in seen
    assert scene.visitor.get(f"/spaces/files/{file.ref}/content").status_code == 200
    unpublish_page(by=scene.ion.actor, page=page)
    assert scene.visitor.get(url).status_code == 404
    assert scene.visitor.get(f"/spaces/files/{file.ref}/content").status_code == 404
    assert not PublicUse.objects.exists()


def test_a_pupil_is_never_named_in_public(scene):
    page = a_page(scene, scene.luka)
    publish_page(by=scene.ana.actor, page=page, version=1)
    shown = access_published_page(page.ref)
    assert (shown.author, shown.country) == ("A pupil", "SI")
    assert "Luka" not in scene.visitor.get(f"/spaces/p/{page.ref}/").text


def test_what_may_not_be_public_stops_publishing(scene):
    """H10, H12, accessibility rule 9."""
    unsure = a_file(scene.ana, scene.space)
    for text, words in (
        (f"[plan](file:{unsure.ref})", "may not be public"),
        (f"![](file:{unsure.ref})", "no description"),
    ):
        with pytest.raises(Invalid, match=words):
            publish_page(by=scene.ana.actor, page=a_page(scene, text=text), version=1)
    with pytest.raises(Refused):
        publish_page(by=scene.freja.actor, page=a_page(scene), version=1)


def test_the_admin_publishes_what_she_looked_at(scene):
    page = a_page(scene)
    save_page(by=scene.ion.actor, page=page, title="Water", text="Newer", version=1)
    with pytest.raises(Conflict):
        publish_page(by=scene.ana.actor, page=page, version=1)


@pytest.mark.parametrize("how", ["draft", "staff room", "delete"])
def test_hiding_moving_and_deleting_withdraws_from_the_public(scene, how):
    page = a_page(scene)
    publish_page(by=scene.ana.actor, page=page, version=1)
    if how == "delete":
        delete_page(by=scene.ana.actor, page=page)
    else:
        place, state = ("staff_room", "visible") if how == "staff room" else ("whole", "draft")
        set_up_page(by=scene.ana.actor, page=page, place=place, state=state, pupils_may_edit=False)
    assert published_pages([scene.space.pk]) == []
    assert scene.visitor.get(f"/spaces/p/{page.ref}/").status_code == 404
    assert not Page.objects.get(pk=page.pk).is_published


# ---------------------------------------------------------------- the trash


def test_deleting_is_undone_and_forgotten_after_thirty_days(scene, clock):
    page = delete_page(by=scene.freja.actor, page=a_page(scene, scene.freja))
    with pytest.raises(Refused):
        undelete_page(by=scene.luka.actor, page=page)
    assert undelete_page(by=scene.freja.actor, page=page).deleted_at is None
    delete_page(by=scene.freja.actor, page=page)
    clock.passes(days=29)
    assert purge_pages(by=scene.ana.actor) == 0
    clock.passes(days=2)
    assert purge_pages(by=scene.ana.actor) == 1
    assert not PageVersion.objects.exists()


# ---------------------------------------------------------------- comparing


def test_differences_in_words():
    pieces = [(p.kind, p.text) for p in compared("The cold river", "The warm river runs")]
    assert pieces == [
        ("same", "The "), ("removed", "cold"), ("added", "warm"), ("same", " river"),
        ("added", " runs"),
    ]  # fmt: skip
    assert "".join(p.text for p in compared("", "Šola 漢字")) == "Šola 漢字"


def test_texts_are_merged_by_paragraph():
    base = "one\n\ntwo\n\nthree"
    assert merged(base, "ONE\n\ntwo\n\nthree", "one\n\ntwo\n\nTHREE") == (
        "ONE\n\ntwo\n\nTHREE",
        False,
    )
    text, doubled = merged(base, "one\n\nmine\n\nthree", "one\n\ntheirs\n\nthree")
    assert (text, doubled) == ("one\n\nmine\n\ntheirs\n\nthree", True)
    assert merged(base, "same\n\ntwo", "same\n\ntwo") == ("same\n\ntwo", False)


def test_flaws_are_named():
    flaws = flaws_of("# A\n\n#### B\n\n![](file:fil_a) ![ok](file:fil_b) [](https://example.org)")
    assert (flaws.heading_jumps, flaws.bare_pictures, flaws.empty_links) == (1, 1, 1)
    assert not flaws_of("## A\n\n### B\n\n![river](file:fil_b)")


@pytest.mark.parametrize(
    "words", ["here", "Click here!", "**HERE**", "Kliknite tukaj", "aici", "læs mere…", "»Tukaj«"]
)
def test_links_that_say_nothing_are_named(words):
    """Accessibility rule 9: heard in a list of links, "here" leads anywhere."""
    (named,) = flaws_of(f"Our plan is [{words}](https://example.org).").vague_links
    assert named == words.replace("*", "")


def test_links_that_say_something_are_fine():
    assert not flaws_of("[The plan here](https://example.org) and [tu és](https://example.org)")
    assert not flaws_of("[![Our mill](file:fil_b)](https://example.org)")
    assert not flaws_of("`[here](https://example.org)`")
    twice = flaws_of("[here](https://a.example) [here](https://b.example)")
    assert twice.vague_links == ("here",)
