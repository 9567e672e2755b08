"""Applications in each state, a window, a round."""

from opentwinning.collaboration.recognition.actions import appoint_assessor, open_round
from opentwinning.collaboration.recognition.models import Evidence, LabelWindow
from tests import cast
from tests.scenes.labels import (
    a_draft_application,
    a_page,
    a_rule,
    a_sent_application,
    a_window,
    an_assessor,
    assessed,
    assigned,
)
from tests.scenes.projects import an_approved, officer_of


def furnish(world):
    for country in ("SI", "RO", "FR", "GR"):
        a_window(country)
    a_rule()
    judge = world.people["AM"]
    appoint_assessor(by=cast.petra().actor, educator=judge.educator, country="SI")
    strangers_judge = an_assessor("FR", "Yves Juste")
    for scope, country, assessor in (("own", "SI", judge), ("other", "FR", strangers_judge)):
        scene = world.scene(scope)
        founder = scene.founder
        page = a_page(scene.project, founder, f"CANARY-evidence-{scope}")
        sent = assigned(a_sent_application(founder, scene.project, page), assessor)
        world.put(scope, "application", sent.ref)
        evidence = Evidence.objects.filter(application=sent).first()
        world.put(scope, "evidence", evidence.ref)
        world.put(scope, "country", country)
        second = an_approved(founder, scene.second, title=f"CANARY-assessed-{scope}")
        done = assessed(a_sent_application(founder, second), assessor)
        world.put(scope, "assessed_application", done.ref)
        third = an_approved(founder, scene.second, title=f"CANARY-draft-{scope}")
        draft = a_draft_application(founder, third)
        world.put(scope, "draft_application", draft.ref)
    world.put("any", "criterion", "technology")
    officer = officer_of("FR")
    assert officer.actor.countries == {"FR"}
    round_ = open_round(by=cast.claire().actor, school_year="2026/27")
    world.put("any", "round", round_.ref)
    world.put("any", "scheme", LabelWindow.objects.get(country="SI").scheme.ref)
    members = {"PU", "PA", "PM", "PF"}
    world.canary("own", "evidence", "CANARY-evidence-own", members | {"AM", "NS", "CS"})
    world.canary("own", "assessed", "CANARY-assessed-own", {"PF", "AM", "NS", "CS"})
    world.canary("other", "draft", "CANARY-draft-other", set())
