"""The words by which Nexis and LexisNexis label the parts of an article, in five languages.

Called by the reader of these downloads; both layouts use the same words, the older one in capitals.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.readers.dates import date_line
from annotator.readers.units import folded

# English | German | French | Dutch | Spanish; a word may be missing where a service keeps the English one.
_WORDS = {
    "section": "Section | Rubrik | Ressort | Rubrique | Sectie | Rubriek | Sección",
    "length": "Length | Länge | Longueur | Lengte | Longitud | Extensión",
    "byline": "Byline | Autor | Verfasser | Auteur | Signature | Naam auteur | Firma",
    "dateline": "Dateline | Ortsmarke | Ortszeile | Datumszeile | Origine | Lieu | Dagtekening | Lugar",
    "highlight": "Highlight | Hervorhebung | Chapeau | Encart | Points forts | Samenvatting | Destacado | Resumen",
    "headline": "Headline | Title | Überschrift | Titel | Titre | Kop | Titular",
    "anchors": "Anchors | Hosts | Moderation",
    "guests": "Guests | Gäste | Invités | Gasten | Invitados",
    "series": "Series | Serie | Série",
}
_TAIL_WORDS = {
    "load_date": (
        "Load-Date | Update | Ladedatum | Aktualisierung | Date-chargement | Date de chargement | Laaddatum |"
        " Publicatiedatum | Fecha de carga"
    ),
    "language": "Language | Sprache | Langue | Taal | Idioma",
    "publication_type": (
        "Publication-Type | Pub-type | Publikationstyp | Publikationsart | Type-publication | Type de publication |"
        " Publicatietype | Tipo de publicación"
    ),
    "journal_code": (
        "Journal Code | Zeitschriftencode | Zeitungs-Code | Code-revue | Tijdschriftcode | Código de publicación"
    ),
    "graphic": "Graphic | Grafik | Graphique | Illustration | Afbeelding | Gráfico",
    "notes": "Notes | Anmerkungen | Opmerkingen | Notas",
    "subject": "Subject | Schlagwort | Thema | Sujet | Onderwerp | Tema | Materia",
    "company": "Company | Unternehmen | Firma (Unternehmen) | Entreprise | Bedrijf | Empresa",
    "organisation": "Organization | Organisation | Organisatie | Organización",
    "ticker": "Ticker | Börsenkürzel",
    "industry": "Industry | Branche | Secteur | Bedrijfstak | Industria",
    "person": "Person | Personne | Persoon | Persona",
    "place": "Geographic | Geografie | Géographie | Geografisch | Geográfico",
    "city": "City | Stadt | Ville | Stad | Ciudad",
    "state": "State | Bundesland | Staat | Estado",
    "country": "Country | Land | Pays | País",
    "isbn": "ISBN | ISSN",
    "transcript": "Transcript",
    "acc_no": "ACC-NO | ACC No | DOCUMENT-TYPE | Correction-date | Copyright-notice",
}
_MARKERS = {
    "body": "Body | Haupttext | Text | Corps | Texte | Hoofdtekst | Tekst | Cuerpo | Texto",
    "graphic": _TAIL_WORDS["graphic"],
    "notes": _TAIL_WORDS["notes"],
    "classification": "Classification | Klassifizierung | Klassifikation | Classificatie | Clasificación",
    "end": (
        "End of Document | Ende des Dokuments | Dokumentende | Fin du document | Einde van document |"
        " Einde van het document | Fin del documento"
    ),
}
_LANGUAGES = {
    "en": "english englisch anglais engels inglés inglese английский 英文 英语 英語",
    "de": "german deutsch allemand duits alemán tedesco немецкий 德文 德语 ドイツ語",
    "fr": "french französisch français frans francés",
    "nl": "dutch niederländisch néerlandais nederlands holandés neerlandés",
    "es": "spanish spanisch espagnol spaans español",
    "it": "italian italienisch italien italiaans italiano",
    "pt": "portuguese portugiesisch portugais portugees portugués",
    "ru": "russian russisch russe ruso",
    "pl": "polish polnisch polonais pools polaco",
    "ar": "arabic arabisch arabe árabe",
    "zh": "chinese chinesisch chinois chinees chino 中文 简体中文 繁體中文 中国語",
    "ja": "japanese japanisch japonais japans japonés 日文 日语 日本語",
}


def _table(words: dict[str, str]) -> dict[str, str]:
    return {folded(word): name for name, every in words.items() for word in every.split("|")}


_HEAD = _table(_WORDS)
_TAIL = _table(_TAIL_WORDS)
_MARKER = _table(_MARKERS)
_LANGUAGE = {folded(word): code for code, every in _LANGUAGES.items() for word in every.split()}
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w ().-]{2,24}?)[ \u00a0]?:(?:[\s\u00a0]+(?P<value>.*))?", re.DOTALL)
_COUNTED = re.compile(r"[\d.,\u00a0 ]+\s*(?:words?|Wörter|Woerter|Worte|mots|woorden|palabras)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright\b|©|\(c\) ?\d|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"alle rechten voorbehouden|todos los derechos reservados)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|\b(?:lune|marte|miércole|jueve|vierne)s\b|\bsábado\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]\.?M\.?)?(?: [A-Z]{2,5})?\s*$")
_BY = re.compile(r"\A(?:by|von(?! de[mnr]\b)|par|por|door)\s+(?=\S)", re.IGNORECASE)


class Label(NamedTuple):
    """A labelled line: what it is called here, what it says, and whether it stands below the body."""

    name: str
    value: str
    tail: bool


def label(line: str) -> Label | None:
    """The label that a line begins with (`Section: News`, `LÄNGE: 512 Wörter`); None for text."""
    match = _LABEL.fullmatch(line.strip())
    if match is None or not match["label"][0].isupper():
        return None
    key, value = folded(match["label"]), " ".join((match["value"] or "").split())
    if key in _HEAD:
        # A sentence may begin with "Length:", but not with a number of words.
        return Label(_HEAD[key], value, False) if key != "length" or _COUNTED.match(value) else None
    name = _TAIL.get(key)
    if name is None or (name == "load_date" and not date(value)):  # "Update: the council has …"
        return None
    return Label(name, value, True)


def marker(line: str) -> str | None:
    """What a line that is nothing but one of the markers begins or ends: "body", "end", …"""
    return _MARKER.get(folded(line)) if len(line) <= 40 and line[:1].isupper() else None


def is_copyright(line: str) -> bool:
    """Whether a line is about rights and nothing else."""
    return len(line) <= 200 and bool(_COPYRIGHT.match(line))


def is_length(found: Label | None) -> bool:
    """Whether a label is the number of words, which every article of these services has."""
    return found is not None and found.name == "length" and bool(_COUNTED.match(found.value))


def date(line: str) -> str | None:
    """The date of a date line, weekdays of all five languages and the clock of any zone allowed."""
    named = date_line(" ".join(_WEEKDAY.sub(" ", _CLOCK.sub("", line)).split()))
    return named.date if named and not named.ambiguous else None


def language_code(value: str) -> str | None:
    """The code for the name of a language as the services write it: `ENGLISH; ENGLISCH` is "en"."""
    words = re.findall(r"[^\W\d_]+", value)
    return next((_LANGUAGE[folded(word)] for word in words if folded(word) in _LANGUAGE), None)


def names(value: str) -> str | None:
    """The authors of a byline, without the word "By"."""
    return _BY.sub("", value.strip(), count=1) or None
