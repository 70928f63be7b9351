"""The language of the window: which there are, and how one is put on before the first window is made.

Called when the program starts. The texts are taken out of the code by Qt's own tool (`make translations`)
into `resources/i18n`, where one file a language holds the translations; English is what stands in the code.
What the words in articles, codebooks and projects say is data and never translated. What lower floors say is
worded there in English (`sentences.py`) and translated here, where the window shows it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator import paths
from annotator.sentences import Filling, Sentence

ENGLISH = "en"
_PREFIX = "annotator_"
_SPOKEN = "language"


def tr(text: str) -> str:
    """A sentence of a module that is no widget's, translated. The text is taken out of the code by this name."""
    return QCoreApplication.translate("", text)


def translated(text: str) -> str:
    """What a lower floor worded, in the language of the window: refusals, reports, titles, names of steps.

    A text that is no sentence, such as a name in a project, is looked up as it stands and else stays as it is.
    """
    if not text or spoken() == ENGLISH:
        return text
    if isinstance(text, Sentence):
        return _FILLING.fill(tr(text.template), text.values)
    return tr(text)


class _Filling(Filling):
    """Fills a translated template in: sentences in it are translated too, numbers follow the language's habits."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Sentence) and not format_spec:
            return translated(value)
        if "," in format_spec and isinstance(value, (int, float)):
            # The template has no other shape of a number than thousands parted, with or without decimals.
            return QLocale().toString(float(value), "f", int(format_spec.partition(".")[2].rstrip("f") or 0))
        return super().format_field(value, format_spec)


_FILLING = _Filling()


def filled(template: str, **values: object) -> str:
    """A translated template of the window with its values; marks in what it quotes become single ones."""
    return _FILLING.fill(template, values)


def counted(count: int, one: str, several: str, **words: object) -> str:
    """A sentence with a count in it, both ways of saying it translated already: {count} and {words} are filled in.

    Qt's own plurals need a translation even for English; the languages that are here have two forms.
    """
    return (one if count == 1 else several).format(count=QLocale().toString(count), **words)


def languages() -> list[tuple[str, str]]:
    """(code, the language's own name) of all that there are, English first."""
    # Qt would call the first one American English.
    return [(ENGLISH, "English"), *((code, QLocale(code).nativeLanguageName().capitalize()) for code in _translated())]


def _translated() -> list[str]:
    """The codes of the languages that the window was translated into."""
    return [path.stem.removeprefix(_PREFIX) for path in sorted((paths.resources() / "i18n").glob(f"{_PREFIX}*.qm"))]


def spoken() -> str:
    """The code of the language that the window speaks."""
    application = QCoreApplication.instance()
    return str(application.property(_SPOKEN) or ENGLISH) if application is not None else ENGLISH


def speak(choice: str) -> str:
    """Put on a language for all windows made from now on; returns its code.

    choice: a code, or "" for the system's language, which is English where there is no translation. Dates and
    numbers follow. Call it once, after the application was made and before any window.
    """
    wanted = choice or QLocale.system().name().partition("_")[0]
    code = wanted if wanted != ENGLISH and wanted in _translated() else ENGLISH
    application = QCoreApplication.instance()
    assert application is not None
    application.setProperty(_SPOKEN, code)
    if choice or code != ENGLISH:
        QLocale.setDefault(QLocale(code))
    if code == ENGLISH:
        return code
    own, of_qt = QTranslator(application), QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # Qt's own words first: what both know is then said with ours.
    if of_qt.load(f"qtbase_{code}", folder):
        application.installTranslator(of_qt)
    if own.load(f"{_PREFIX}{code}", str(paths.resources() / "i18n")):
        application.installTranslator(own)
    return code
