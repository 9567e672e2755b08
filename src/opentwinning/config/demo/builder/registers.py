"""The offices of five countries take their national registers of schools."""

from opentwinning.config.demo.builder.offices import FOUNDED
from opentwinning.config.demo.builder.world import Timeline, World
from opentwinning.config.demo.registers import path_of, registers
from opentwinning.config.demo.shapes import Register
from opentwinning.people.organisations.actions import import_register, save_register_mapping


def plan(world: World, timeline: Timeline) -> None:
    """Each register is imported by the officer of its country."""
    for number, register in enumerate(registers().values()):
        timeline.add(FOUNDED + 5 + number, 10, take, world, register)


def take(world: World, register: Register) -> None:
    """Remember how the register is read, then read it."""
    by = world.officer_of(register.country)
    mapping = save_register_mapping(
        by=by,
        country=register.country,
        delimiter=register.delimiter,
        encoding=register.encoding,
        columns=register.columns,
        empty_markers=register.empty_markers,
        rules=register.rules,
    )
    with path_of(register).open("rb") as file:
        import_register(
            by=by,
            country=register.country,
            file=file,
            mapping=mapping,
            file_name=register.file,
        )
