"""What is measured. A name in braces is a target that a seed made (benchmarks/house.py)."""

from dataclasses import dataclass, field

VISITOR = ""


@dataclass(frozen=True)
class Scenario:
    """One page or form, who asks, and which bare page stands beside it."""

    name: str
    path: str
    who: str = VISITOR  # a key of the seeds' sessions
    form: dict[str, str] | None = None  # "{turn}" in a value becomes a text that never repeats
    good: tuple[int, ...] = (200,)
    shows: str = ""  # text in every good answer: proof that the page is the one meant
    bare: str = "home"  # home, thread or reply
    weigh: bool = False  # also open it in a browser and weigh it
    needs: tuple[str, ...] = field(default=())  # targets without which it is left out


def _member(name: str, path: str, shows: str, **more: object) -> Scenario:
    return Scenario(name, path, who="educator", shows=shows, weigh=True, **more)  # type: ignore[arg-type]  # its fields


SCENARIOS = (
    Scenario("public home", "/", shows="ot-card--cover", weigh=True),
    Scenario("sign-in page", "/sign-in", shows='type="password"', weigh=True),
    Scenario("published projects", "/projects/", shows="ot-card--cover", weigh=True),
    _member("dashboard (Today)", "/today/", "Hello, <bdi>Ana Kovač"),
    _member("project page", "/projects/{project}/overview", "Edit the plan", needs=("project",)),
    _member("TwinSpace home", "/twinspaces/{space}", "/spaces/talk/{thread}", needs=("space",)),
    _member("thread of 50", "/spaces/talk/{thread}/", "{last}", bare="thread", needs=("thread",)),
    _member("page view", "/spaces/pages/{page}/", "We met the partner class", needs=("page",)),
    _member("directory, 100,000", "/partners/", "/educators/edu_"),
    _member(
        "directory, filtered",
        "/partners/?country=RO&subject=biology&q=marek",
        "Marek",
    ),
    Scenario(
        "reply written",
        "/spaces/talk/{writing}/reply/",
        who="educator",
        form={"text": "A reply, number {turn}", "form_token": "{turn}"},
        good=(302, 303),
        bare="reply",
        needs=("writing",),
    ),
)
