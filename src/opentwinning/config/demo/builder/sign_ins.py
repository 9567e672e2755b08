"""The list of people of the demo world and how they sign in."""

from opentwinning.config.demo import reader
from opentwinning.config.demo.builder.classes import OPEN_NOW
from opentwinning.config.demo.builder.world import World
from opentwinning.config.demo.shapes import DemoEducator, DemoOfficer
from opentwinning.core.vocabulary import country_name

PUPILS = ("Nina", "Luka")
FIRST = {
    "ana": "founder of two classes' work on water; her pupils are Nina and Luka",
    "ion": "founder in Romania, has a draft of his own",
    "freja": "partner in Denmark",
    "marek": "validated in Poland, leads Robots on rails",
    "ewa": "waits for validation in Poland",
    "daria": "ambassador and assessor in Italy",
    "petra": "officer of Slovenia: people to validate, projects to decide",
    "borut": "regional officer in Slovenia: one teacher waits for the first answer",
    "radu": "officer of Romania",
    "mette": "officer of Denmark",
    "claire": "central office: countries, rules, European label",
    "otto": "operator of this installation",
}


def text(world: World, address: str) -> str:
    """The file's text: the address, one password for all, who is who."""
    people = reader.people()
    by_key: dict[str, DemoEducator | DemoOfficer] = {
        **people.educators, **people.officers, **people.central_officers, **people.operators,
    }  # fmt: skip
    lines = [
        f"Demo world of {reader.programme().name}",
        "",
        f"Address:  {address}/sign-in",
        f"Password: {world.password}    (the same for every demo person)",
        "",
        "Everybody here is invented. Their mail addresses reach nobody.",
        "",
    ]
    for key, what in FIRST.items():
        lines.append(f"{by_key[key].name:<20}  {by_key[key].mail:<42}  {what}")
    lines += ["", *_pupils(world, address), "", "Others", ""]
    for key, person in by_key.items():
        if key not in FIRST:
            where = country_name(person.country, "en")
            lines.append(f"{person.name:<24}  {person.mail:<48}  {where}")
    return "\n".join([*lines, ""])


def _pupils(world: World, address: str) -> list[str]:
    """How two pupils come in: by class code and pictures while a lesson is open."""
    school_class = world.classes[OPEN_NOW]
    lines = [
        f"Pupils enter at {address}/pupils with class code {school_class.readable_code},",
        "their name and three pictures. The door is open for one hour from now;",
        "afterwards Ana opens it again: My classes, 6. a, Lesson.",
        "",
    ]
    lines += [f"{nickname:<20}  {', '.join(world.cards[nickname].pictures)}" for nickname in PUPILS]
    return lines
