"""A code of conduct to begin with, in force from the first day; the centre writes its own."""

import datetime as dt
from typing import Any

from django.db import migrations

from opentwinning.core.permits import free_writing

FIRST_DAY = dt.date(2026, 1, 1)
TEXTS = {
    "en": (
        """## How we meet each other
- Be polite and friendly. Respect every person, school and country.
- Include everybody. Explain your words to those who read a foreign language.
- Answer those who write to you, or tell them that you cannot.

## What has no place here
- threats, bullying, hate, illegal or shocking pictures and texts
- private data or pictures of others without their permission
- false names and roles
- mass or identical messages, advertising, selling, texts that do not belong here
- texts and pictures of others that you may not use

## Pupils
- Pupils use nicknames. Never write a full name, an address or a school class in public.
- Show no face without permission. A drawing is often better than a photo.
- Adults meet pupils only inside the project, where other teachers read along.

## When somebody breaks a rule
- Everybody can report: press “Report” beside the text. In danger, call 112 first.
- Teachers, then the support organisation, then the central office decide in time.
- They may warn, hide a text, or suspend an account. The author always reads why.
- Who does not agree can object. Another person decides then.
""",
        """- Be kind. Behind every nickname is a person like you.
- Use your nickname. Never write your full name, address or phone number.
- Ask before you show a photo of somebody.
- Do not copy the work of others.
- Something feels wrong? Press “Report” or “I need help”. It is right to tell.
""",
    ),
    "sl": (
        """## Kako se srečujemo
- Bodite vljudni in prijazni. Spoštujte vsakega človeka, šolo in državo.
- Vključite vse. Razložite svoje besede tistim, ki berejo v tujem jeziku.
- Odgovorite tistim, ki vam pišejo, ali povejte, da ne morete.

## Kaj sem ne sodi
- grožnje, nadlegovanje, sovraštvo, nezakonite ali pretresljive slike in besedila
- zasebni podatki ali slike drugih brez njihovega dovoljenja
- lažna imena in vloge
- množična ali enaka sporočila, oglaševanje, prodaja, besedila, ki ne sodijo sem
- besedila in slike drugih, ki jih ne smete uporabiti

## Učenci
- Učenci uporabljajo vzdevke. Javno nikoli ne pišite polnega imena, naslova ali razreda.
- Brez dovoljenja ne kažite obrazov. Risba je pogosto boljša od fotografije.
- Odrasli se z učenci srečujejo samo v projektu, kjer berejo tudi drugi učitelji.

## Ko kdo prekrši pravilo
- Prijavi lahko vsak: pritisnite »Prijavi« ob besedilu. V nevarnosti najprej pokličite 112.
- Pravočasno odločijo učitelji, nato podporna organizacija, nato osrednja pisarna.
- Lahko opozorijo, skrijejo besedilo ali začasno zaprejo račun. Avtor vedno izve razlog.
- Kdor se ne strinja, lahko ugovarja. Potem odloči druga oseba.
""",
        """- Bodi prijazen. Za vsakim vzdevkom je človek kakor ti.
- Uporabljaj vzdevek. Nikoli ne napiši polnega imena, naslova ali telefonske številke.
- Vprašaj, preden pokažeš fotografijo nekoga.
- Ne kopiraj dela drugih.
- Je kaj narobe? Pritisni »Prijavi« ali »Potrebujem pomoč«. Prav je, da poveš.
""",
    ),
    "ro": (
        """## Cum ne întâlnim
- Fiți politicoși și prietenoși. Respectați fiecare persoană, școală și țară.
- Includeți pe toată lumea. Explicați cuvintele celor care citesc într-o limbă străină.
- Răspundeți celor care vă scriu sau spuneți-le că nu puteți.

## Ce nu are loc aici
- amenințări, hărțuire, ură, imagini și texte ilegale sau șocante
- date private sau imagini ale altora fără permisiunea lor
- nume și roluri false
- mesaje în masă sau identice, publicitate, vânzare, texte care nu au ce căuta aici
- texte și imagini ale altora pe care nu aveți voie să le folosiți

## Elevii
- Elevii folosesc porecle. Nu scrieți niciodată public un nume complet, o adresă sau o clasă.
- Nu arătați fețe fără permisiune. Un desen este adesea mai bun decât o fotografie.
- Adulții întâlnesc elevii doar în proiect, unde citesc și alți profesori.

## Când cineva încalcă o regulă
- Oricine poate sesiza: apăsați „Sesizați” lângă text. În pericol, sunați mai întâi la 112.
- Decid la timp profesorii, apoi organizația de sprijin, apoi biroul central.
- Ei pot avertiza, ascunde un text sau suspenda un cont. Autorul citește mereu de ce.
- Cine nu este de acord poate contesta. Atunci decide altă persoană.
""",
        """- Fii bun. În spatele fiecărei porecle este un om ca tine.
- Folosește porecla. Nu scrie niciodată numele complet, adresa sau telefonul.
- Întreabă înainte să arăți o fotografie a cuiva.
- Nu copia munca altora.
- Ceva nu e bine? Apasă „Sesizați” sau „Am nevoie de ajutor”. E bine să spui.
""",
    ),
    "da": (
        """## Sådan mødes vi
- Vær høflig og venlig. Respekter alle mennesker, skoler og lande.
- Tag alle med. Forklar dine ord for dem, der læser på et fremmed sprog.
- Svar dem, der skriver til dig, eller sig, at du ikke kan.

## Det hører ikke til her
- trusler, mobning, had, ulovlige eller chokerende billeder og tekster
- private oplysninger om eller billeder af andre uden deres tilladelse
- falske navne og roller
- massebeskeder eller ens beskeder, reklame, salg, tekster, der ikke hører til her
- andres tekster og billeder, som du ikke må bruge

## Elever
- Elever bruger kaldenavne. Skriv aldrig et fuldt navn, en adresse eller en klasse offentligt.
- Vis ingen ansigter uden tilladelse. En tegning er tit bedre end et foto.
- Voksne møder kun elever i projektet, hvor andre lærere læser med.

## Når nogen bryder en regel
- Alle kan anmelde: tryk på “Anmeld” ved teksten. Er der fare, så ring først 112.
- Lærerne, så støtteorganisationen, så det centrale kontor afgør det i tide.
- De kan advare, skjule en tekst eller spærre en konto. Forfatteren læser altid hvorfor.
- Den, der er uenig, kan gøre indsigelse. Så afgør en anden person det.
""",
        """- Vær venlig. Bag hvert kaldenavn er der et menneske som dig.
- Brug dit kaldenavn. Skriv aldrig dit fulde navn, din adresse eller dit telefonnummer.
- Spørg, før du viser et foto af nogen.
- Kopier ikke andres arbejde.
- Er noget galt? Tryk på “Anmeld” eller “Jeg har brug for hjælp”. Det er rigtigt at sige det.
""",
    ),
}


def write(apps: Any, schema_editor: Any) -> None:
    ConductText = apps.get_model("safeguarding", "ConductText")  # noqa: N806 - a model
    with free_writing():
        ConductText.objects.bulk_create(
            ConductText(from_day=FIRST_DAY, language=language, text=text, simple=simple)
            for language, (text, simple) in TEXTS.items()
        )


def take_back(apps: Any, schema_editor: Any) -> None:
    with free_writing():
        apps.get_model("safeguarding", "ConductText").objects.filter(from_day=FIRST_DAY).delete()


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0002_conduct")]
    operations = [migrations.RunPython(write, take_back)]
