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
    bare: str = "home"  # home, thread or reply
    weigh: bool = False  # also open it in a browser and weigh it
    needs: tuple[str, ...] = field(default=())  # targets without which it is left out


SCENARIOS = (
    Scenario("public home", "/", weigh=True),
    Scenario("sign-in page", "/sign-in", weigh=True),
)
