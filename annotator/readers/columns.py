"""Which column of a table of articles holds what: by the words of its heading, or as a person says.

Called by the readers of tables; the command line and the dialog of columns take the names of the fields
from here. It looks at headings only, never at cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from annotator.errors import UnreadableArticle
from annotator.readers.units import folded
from annotator.sentences import worded

# Field -> headings that mean it, surest first: English, German, French, Spanish, Portuguese, Italian, Dutch,
# Russian, Arabic, Hebrew, Chinese. Compared without case, blanks and punctuation.
_WORDS = {
    "title": "title headline heading articletitle titel überschrift schlagzeile titre título titular titolo kop"
    " заголовок العنوان عنوان כותרת 标题 標題",
    "standfirst": "standfirst subtitle subheadline subhead deck dek untertitel vorspann chapô chapeau soustitre"
    " subtítulo entradilla sottotitolo подзаголовок",
    "text": "fulltext articletext maintext articlebody bodytext plaintext contenttext text body content article"
    " story volltext artikeltext inhalt texte contenu corps texto contenido cuerpo conteúdo testo contenuto"
    " tekst inhoud текст النص نص טקסט תוכן 正文 内容 內容 全文",
    "byline": "byline author authors authorname creator writer reporter journalist autor autoren verfasser auteur"
    " auteurs autores autore autori автор авторы الكاتب מאת מחבר 作者 記者 记者",
    "published": "published publishedat publishdate publisheddate publicationdate publishedon datepublished pubdate"
    " articledate date datetime veröffentlicht veröffentlichungsdatum erscheinungsdatum datum datedepublication"
    " datepublication publié fecha fechadepublicación data datadepublicação datadipubblicazione publicatiedatum"
    " дата датапубликации التاريخ תאריך 日期 发布日期 發布日期",
    "source": "outlet medianame sourcename publication publisher newspaper sitename source site domain sourcedomain"
    " media quelle zeitung medium herausgeber journal média fuente medio periódico fonte jornal giornale testata"
    " bron krant источник издание المصدر מקור 来源 來源 媒体 媒體",
    "url": "url link articleurl weburl sourceurl permalink canonicalurl address webaddress adresse lien enlace"
    " ligação collegamento ссылка адрес الرابط קישור 链接 連結 网址",
    "language": "language lang languagecode sprache langue idioma lengua lingua taal язык اللغة שפה 语言 語言",
}
_HEADINGS = {field: tuple(map(folded, words.split())) for field, words in _WORDS.items()}

FIELDS = tuple(_WORDS)
"""What a column may be: the keys of a mapping."""

_MOST_NAMED = 30
_LONGEST_NAMED = 40


def automatic_mapping(headings: Sequence[str]) -> dict[str, str]:
    """Field -> heading, for the headings whose words are known. No column is taken twice."""
    by_word: dict[str, str] = {}
    for heading in headings:
        by_word.setdefault(folded(heading), heading)
    mapping: dict[str, str] = {}
    for field, words in _HEADINGS.items():
        found = next((by_word[word] for word in words if word in by_word), None)
        if found is not None and found not in mapping.values():
            mapping[field] = found
    return mapping


def chosen_mapping(path: Path, headings: Sequence[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Field -> heading: as a person says, and by their words for the fields that it leaves open.

    An empty heading leaves the field out. Raises UnreadableArticle, with the columns that there are, when
    a field or heading is unknown, or no column holds the text.
    """
    mapping = automatic_mapping(headings)
    for field, wanted in columns.items():
        if field not in FIELDS:
            raise UnreadableArticle(
                worded(
                    "“{field}” is nothing that a column could hold; use one of {fields}.",
                    field=field,
                    fields=", ".join(FIELDS),
                ),
                where=str(path),
            )
        found = next((each for each in headings if each == wanted), None) or next(
            (each for each in headings if folded(each) and folded(each) == folded(wanted)), None
        )
        if found is None and wanted:
            raise UnreadableArticle(
                worded(
                    "The table has no column “{wanted}”; its columns are {headings}.",
                    wanted=wanted,
                    headings=listed(headings),
                ),
                where=str(path),
            )
        # The column that a person names for one field is no longer a guess for another.
        mapping = {other: heading for other, heading in mapping.items() if heading != found or other in columns}
        mapping.pop(field, None)
        if found is not None:
            mapping[field] = found
    if "text" not in mapping:
        raise UnreadableArticle(
            worded(
                "No column of the table is known to hold the articles’ text; its columns are {headings}. Say "
                "which one holds the text: --column text=HEADING.",
                headings=listed(headings),
            ),
            where=str(path),
        )
    return mapping


def listed(headings: Sequence[str]) -> str:
    """The headings for a sentence, the first of them if there are many."""
    short = [f"“{each[:_LONGEST_NAMED]}”" for each in headings[:_MOST_NAMED] if each.strip()]
    further = len(headings) - _MOST_NAMED
    names = ", ".join(short) or worded("empty")
    return worded("{names} and {count} further", names=names, count=further) if further > 0 else names
