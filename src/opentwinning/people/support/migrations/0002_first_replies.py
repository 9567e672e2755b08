"""Prepared replies to begin with, for every country; offices word their own beside them."""

from typing import Any

from django.db import migrations

from opentwinning.core.permits import free_writing

REPLIES = {
    ("asked", "en"): [
        ("Proof of work", "Thank you for registering. Please send us something that shows where you "
         "work, such as the page of your school that names you. Then we can validate you."),
        ("Which school?", "Thank you for registering. We could not find you at the school you chose. "
         "Please check your school and tell us in one sentence what you teach there."),
    ],
    ("refused", "en"): [
        ("Not at a school", "Thank you for your interest. Only people who work at a school or "
         "kindergarten can take part. If your situation changes, you are welcome to ask again."),
    ],
    ("asked", "sl"): [
        ("Dokazilo o delu", "Hvala za prijavo. Prosimo, pošljite nam kaj, iz česar je razvidno, kje "
         "delate, na primer povezavo do strani šole z vašim imenom. Potem vas lahko potrdimo."),
        ("Katera šola?", "Hvala za prijavo. Na izbrani šoli vas nismo našli. Prosimo, preverite svojo "
         "šolo in nam v enem stavku napišite, kaj tam poučujete."),
    ],
    ("refused", "sl"): [
        ("Ni zaposlen v šoli", "Hvala za zanimanje. Sodelujejo lahko samo zaposleni v šolah in "
         "vrtcih. Če se to spremeni, se nam lahko znova oglasite."),
    ],
    ("asked", "ro"): [
        ("Dovada locului de muncă", "Vă mulțumim pentru înregistrare. Vă rugăm să ne trimiteți ceva "
         "care arată unde lucrați, de exemplu pagina școlii în care apare numele dumneavoastră. "
         "Apoi vă putem valida."),
        ("Care școală?", "Vă mulțumim pentru înregistrare. Nu v-am găsit la școala aleasă. Vă rugăm "
         "să verificați școala și să ne scrieți într-o propoziție ce predați acolo."),
    ],
    ("refused", "ro"): [
        ("Nu lucrează într-o școală", "Vă mulțumim pentru interes. Pot participa numai persoanele "
         "care lucrează într-o școală sau grădiniță. Dacă situația se schimbă, ne puteți scrie din "
         "nou."),
    ],
    ("asked", "da"): [
        ("Bevis for ansættelse", "Tak for din tilmelding. Send os noget, der viser, hvor du arbejder, "
         "for eksempel skolens side med dit navn. Så kan vi godkende dig."),
        ("Hvilken skole?", "Tak for din tilmelding. Vi kunne ikke finde dig på den skole, du valgte. "
         "Tjek din skole, og fortæl os i én sætning, hvad du underviser i."),
    ],
    ("refused", "da"): [
        ("Ikke ansat på en skole", "Tak for din interesse. Kun ansatte på skoler og i børnehaver kan "
         "deltage. Hvis det ændrer sig, er du velkommen til at spørge igen."),
    ],
}  # fmt: skip


def write(apps: Any, schema_editor: Any) -> None:
    template = apps.get_model("support", "ReplyTemplate")
    with free_writing():
        template.objects.bulk_create(
            template(language=language, decision=decision, title=title, text=text)
            for (decision, language), replies in REPLIES.items()
            for title, text in replies
        )


class Migration(migrations.Migration):
    dependencies = [("support", "0001_initial")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
