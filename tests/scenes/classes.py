"""Classes with pupils, cards and open doors, made by the product's own actions."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.test import Client

from opentwinning.core.actor import VISITOR, Actor
from opentwinning.people.pupils.actions import (
    add_pupils,
    create_class,
    issue_cards,
    sign_in_with_card,
)
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import Card, actor_of_pupil, epochs_of, new_cards
from tests.cast import Person
from tests.remembered import remembered


@dataclass
class Kid:
    """A pupil with a card and, once she came in, a browser."""

    pupil: Pupil
    card: Card | None = None
    _clients: list[Client] = field(default_factory=list)

    @property
    def actor(self) -> Actor:
        return actor_of_pupil(Pupil.objects.select_related("school_class").get(pk=self.pupil.pk))

    @cached_property
    def client(self) -> Client:
        """A browser in which she came in with her card."""
        return self.comes_in()

    def comes_in(self) -> Client:
        """Another browser of hers."""
        if self.card is None:
            self.card = a_card_for(self.pupil)
        visit = sign_in_with_card(by=VISITOR, secret=self.card.secret)
        assert visit is not None, "the card opens"
        client = Client()
        session = client.session
        session["pupil"] = visit.pupil_id
        session["visit"] = visit.pk
        session["epochs"] = epochs_of(visit.pupil)
        session.save()
        return client

    def get(self, url: str, **kwargs: Any) -> Any:
        return self.client.get(url, **kwargs)

    def post(self, url: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        return self.client.post(url, data or {}, **kwargs)


@remembered
def a_card_for(pupil: Pupil) -> Card:
    """A card printed by the pupil's own teacher."""
    owner = pupil.school_class.owners.select_related("educator__account").earliest("pk")
    cards = new_cards([pupil])
    issue_cards(
        by=Person(owner.educator.account).actor, school_class=pupil.school_class, cards=cards
    )
    return cards[0]


@remembered
def a_class(
    teacher: Person, *nicknames: str, name: str = "4b", age_band: str = "9-12", language: str = "en"
) -> SchoolClass:
    """A class of the teacher with these pupils."""
    school_class = create_class(
        by=teacher.actor,
        educator=teacher.educator,
        name=name,
        age_band=age_band,
        language=language,
    )
    if nicknames:
        add_pupils(by=teacher.actor, school_class=school_class, nicknames=nicknames)
    return school_class


def a_kid(teacher: Person, nickname: str = "Red fox", **of_class: Any) -> Kid:
    """A pupil in a new class of the teacher, with a card."""
    school_class = a_class(teacher, nickname, **of_class)
    return kids_of(school_class)[0]


def kids_of(school_class: SchoolClass) -> list[Kid]:
    """Everybody in the class; cards are printed when somebody first comes in."""
    rows = Pupil.objects.select_related("school_class").filter(school_class=school_class)
    return [Kid(pupil) for pupil in rows.order_by("pk")]
