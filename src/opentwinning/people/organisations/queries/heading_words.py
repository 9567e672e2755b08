# ruff: noqa: E501 - lists of words are clearer in long lines
"""Words that registers of many countries write over their columns, folded (no case, no accents)."""

import re


def _any(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()))


# field → (sure words: the heading begins or ends with them; hints: they occur; never: they exclude)
WORDS: dict[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]] = {
    "code": (
        _any(
            r"^code$ ^kod$ ^kodas$ ^kods$ ^id$ ^urn$ ^uai$ ^rspo$ ^redizo$ ^red_?izo$ ^eduid$ ^sifra"
            r" ^zavid$ ^zavsif$ kurum.?kodu codicescuola codice.?scuola codice.?meccanografico"
            r" inst.?nr schul.?(nr|num|kenn) school.?(code|id|num|no) skole.?(nr|kode)"
            r" code.?(uai|etabl|ecole) identifiant siiir.unitate cod.?unitate registracijas"
            r" numer.?rspo om.?azonosito codigo.?(de.?)?(centro|escola) kod.?(szkoly|skoly|ustanov)"
            r" oppilaitos.?(tunnus|koodi|numero) skolenhetskod ean.?kood registrikood brin"
            r" kodikos κωδικος код"
        ),
        _any(r"code kod cod nr nummer number numer id sifra"),
        _any(
            r"post plz zip cap commun comun kommun opst obec gemeinde siruta sirues fiscal region"
            r" regij judet provinc academi depart nature tutelle bassin etat secteur contrat minist"
            r" type tip epsg vej ejer cvr p.?nr tel fax elev dis ddv tax vat nip regon siret siren pj"
            r" riferimento matza hoved parent mere mother bel_ adm_ trr iban p..?k. year an$ anno"
        ),
    ),
    "name": (
        _any(
            r"^name$ ^nom$ ^naziv ^nazwa ^navn$ ^ime ^nimi$ ^namn$ ^nome$ ^nombre ^nazev ^nazov ^nev$"
            r" ^pavadinimas ^nosaukums ^ad$ ^adi$ lunga denominazione.?scuola school.?name schul.?name"
            r" inst.?navn okul.?ad nom.?etabl appellation iestades.nosaukums naziv.?sol establishment.?n"
            r" nazwa.?szkoly nazev.?skol intezmeny.?nev koolinimi skolenhetsnamn oppilaitoksen.?nimi"
            r" ονομα ονομασια назва название наименование име"
        ),
        _any(r"name nom nazi navn nazw denum denom nosauk bezeichnung"),
        _any(
            r"commun comun kommun obcin region regij departem academi libelle leder director head"
            r" ravnatelj type tip patronym pj scurt short riferimento circons bassin user owner ejer"
            r" stat post kraj"
        ),
    ),
    "place": (
        _any(
            r"^town ^city ^ort$ ^stadt ^place$ ^plaats ^commune$ ^comune$ ^posta$ post.?office ^kraj$"
            r" postdistrikt nom.?commune localitate.unitate localitate ^ilce descrizione.?comune miejsc"
            r" ^obec ^mesto ^miesto ^telepules ^linn ^localidad ^municipio ^poblacion ^by$ ^poststed"
            r" postort woonplaats miestas ^kommuna πολη град город місто settlement"
        ),
        _any(r"town city localit commune comune obcin municip gemeinde kommune.?navn"),
        _any(r"code kod cod nr siruta pj mediu accession stat achemin region adm"),
    ),
    "postcode": (
        _any(
            r"^plz ^zip ^psc$ ^cap$ capscuola post.?(code|kod|nr|num|al) code.?postal cod.?postal"
            r" codigo.?postal postn postna.stev kod.?pocztowy irsz iranyitoszam pasta.indekss ^post$"
            r" postleitzahl τκ индекс postiindeks"
        ),
        _any(r"postal zip"),
        _any(r"office distrikt boite"),
    ),
    "region": (
        _any(
            r"^region ^regij ^regio$ statisticna ^judet ^il$ ^county ^kraj$ wojewod ^lan$ ^megye ^maakond"
            r" region.?navn libelle.?departement ^departement$ ^provincia bundesland apskrit novads"
            r" ^comunidad ^fylke kanton zupanij περιφερεια област"
        ),
        _any(r"region provinc judet departement county district"),
        _any(r"code kod cod kode bel_region academi"),
    ),
    "kind": (
        _any(
            r"^type$ ^kind$ ^art$ ^tip$ ^typ$ ^vrsta ^tipo ^category tip.?unitate okul.?tur libelle.?nature"
            r" type.?etabl inst.?type.?navn schul.?(art|form|typ) typ.?(szkoly|podmiotu) druh tipas tyyp"
            r" iestades.tips tipologia phase nature$ skolform ειδος вид"
        ),
        _any(r"type tip kind tur veid natur"),
        _any(r"code kod nr contrat rattach grupp date adres"),
    ),
    "website": (
        _any(r"^web ^url ^www ^site ^homepage ^internet spletna sito.?web strona.?(www|int) hjemmeside"),
        _any(r"web url www site"),
        _any(r"mail map harita street"),
    ),
    "latitude": (
        _any(r"^lat$ ^latitude ^breite bredde szerokosc latitud πλατος широта enlem"),
        _any(r"lat"),
        _any(r"plat"),
    ),
    "longitude": (
        _any(r"^lon$ ^lng$ ^long$ ^longitude laenge laengde dlugosc longitud μηκος долгота boylam"),
        _any(r"^lon"),
        _any(r"lang unit"),
    ),
    "position": (
        _any(r"^position$ ^coordinates ^coordonnees$ ^geo$ ^geopoint geo.?point ^gps ^latlon"),
        _any(r"coord gps"),
        _any(r"_x$ _y$ .x$ .y$"),
    ),
    "address": (
        _any(r"^adrese$ ^address$ ^adresse$ ^adresa ^adres$ ^naslov$ ^indirizzo ^direccion ^cim$ αδρεσ адрес"),
        _any(r"adres address naslov"),
        _any(r"mail web e.naslov"),
    ),
    "parent": (
        _any(
            r"parent ^matzav hovedskole etablissement.mere codiceistitutoriferimento cod.siiir.pj maticn"
            r" mother hauptschule superior nadrzedn kmenov anyaintezmeny moederschool"
        ),
        _any(r"parent mere hoved riferimento"),
        _any(r"type name nom denom"),
    ),
    "legal_name": (
        _any(
            r"legal.?name ^official.?name pravno.ime pravni.naziv uradni.naziv raison.sociale"
            r" denumire.?juridic ragione.?sociale razon.?social nazwa.?prawna juridisk.?navn"
        ),
        _any(r"legal.?name"),
        _any(r"owner founder parent"),
    ),
    "accreditation": (
        _any(r"^accreditation$ accreditation.?(no|num|nr|code|id) akreditac.*(st|cislo|num) acreditar.*(nr|num)"),
        _any(r"accredit.*number"),
        _any(r"date valid until level"),
    ),
}  # fmt: skip
CLOSED = _any(
    r"^clos.*date date.*clos ^closed date.?fermeture schlie(ss|ß)ung data.?likwid zamkn inchider nedlag"
    r" megszun zaniku uzdar slegt ukinit kapan"
)
OPEN_STATE = _any(r"^etat ^state$ ^status ^stan$ ^stav$ ^allapot ^stanje ^durum ^stare ^situatie")
PERSONAL = _any(
    r"director direktor ravnatelj leder$ leiter head.?(teacher|first|last|name|title) ^principal$ principal.?s principal.name dyrektor"
    r" kierown schulleit reditel igazgato rektor mudur dirigent contact kontakt mail epasts e.?naslov"
    r" ^pec$ indirizzopec phone telef ^tel tlf talrun mobil gsm ^fax fax$ iban ^trr konto bank jmeno"
    r" first.?name last.?name surname prenom nom.?chef responsab predstavnik manager"
)
# Kinds of institution that many registers list beside schools.
NO_SCHOOLS = _any(
    r"inspect inspekt clubul club.?sport palat minister administrat halk.egitim ogretmenevi rehberlik"
    r" circonscription ^service information.et.d ^cio$ greta archiv arhiv bibliot museum library union.of"
    r" childcare british.school.overseas offshore online.provider casa.corp"
)
EMPTY = frozenset(
    {"-", "--", "—", "–", ".", "..", "/", "x", "n/a", "na", "n.a.", "#n/a", "null", "none", "(null)",
     "nil", "non disponibile", "nd", "n.d.", "brak", "brak danych", "nav", "nezadano", "nincs", "yok",
     "keine", "k.a.", "keine angabe", "non renseigne", "not available", "unknown", "ingen", "ikke oplyst",
     "ni podatka", "fara", "nu exista", "neuvedeno", "nema"}
)  # fmt: skip
