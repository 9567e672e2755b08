"""The world before the play: a programme, three offices, their officers, a small register."""

import tempfile
from pathlib import Path

from django.core.management import call_command

from opentwinning.collaboration.recognition.actions import save_scheme
from opentwinning.core.actor import SYSTEM
from opentwinning.people.support.actions import describe_programme
from tests import cast
from tests.scenes.labels import CONTENT, a_rule, a_window, an_assessor

REGISTER = """\
code,name,town,postcode
4001,Osnovna šola Pod Lipo,Maribor,2000
4002,Osnovna šola Ob Dravi,Maribor,2000
4003,Gimnazija Žarišče,Škofja Loka,4220
"""
MAPPING = """\
country: SI
columns: {code: code, name: name, place: town, postcode: postcode}
"""


def furnish() -> None:
    """Make everything the play does not show, by the product's own actions."""
    describe_programme(
        by=SYSTEM,
        name="Twinning",
        tagline="",
        owner="Central Office",
        contact_email="centre@example.org",
        school_year_starts_month=9,
        school_year_starts_day=1,
    )
    for make in (cast.petra, cast.radu, cast.mette, cast.claire):
        make()
    take_register()
    cast.freja()
    cast.marek()
    prepare_labels()


def prepare_labels() -> None:
    """Criteria, the European rule, Romania's window, and an assessor in each country."""
    save_scheme(by=SYSTEM, key="five-SI", content=CONTENT)
    a_window("RO")
    a_rule()
    an_assessor("SI", "Jana Pravična")
    an_assessor("RO", "Vlad Drept")


def take_register() -> None:
    """The register of Slovenia, by the command an operator uses."""
    with tempfile.TemporaryDirectory() as folder:
        register, mapping = Path(folder) / "si.csv", Path(folder) / "si.yaml"
        register.write_text(REGISTER, encoding="utf-8")
        mapping.write_text(MAPPING, encoding="utf-8")
        call_command("import_register", "SI", str(register), mapping=mapping)
