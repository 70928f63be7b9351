"""What the kinds of lines of an annotation set, and what formats lose of them, are called in the window.

Used by the dialogs of export and import. The words are those of `formats.losses`; a test holds both together.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def kind_text(kind: str) -> str:
    """A kind of line of an annotation set as people call it; the word itself where it is no such kind."""
    texts = {
        "codebook": QCoreApplication.translate("Kinds", "versions of the codebook"),
        "annotator": QCoreApplication.translate("Kinds", "annotators"),
        "field": QCoreApplication.translate("Kinds", "own fields"),
        "topic": QCoreApplication.translate("Kinds", "topics"),
        "speaker": QCoreApplication.translate("Kinds", "speakers"),
        "article": QCoreApplication.translate("Kinds", "articles"),
        "proposition": QCoreApplication.translate("Kinds", "propositions"),
        "mention": QCoreApplication.translate("Kinds", "mentions"),
        "claim": QCoreApplication.translate("Kinds", "claims"),
        "passage": QCoreApplication.translate("Kinds", "passages"),
        "review": QCoreApplication.translate("Kinds", "reviews"),
        "comment": QCoreApplication.translate("Kinds", "comments"),
        "progress": QCoreApplication.translate("Kinds", "progress"),
        "assignment": QCoreApplication.translate("Kinds", "assignments"),
        "details": QCoreApplication.translate("Kinds", "details of articles"),
        "blocks": QCoreApplication.translate("Kinds", "kinds of paragraphs"),
        "links": QCoreApplication.translate("Kinds", "links of articles"),
        "earlier": QCoreApplication.translate("Kinds", "earlier texts of articles"),
        "boundaries": QCoreApplication.translate("Kinds", "boundaries within a token"),
        "parts": QCoreApplication.translate("Kinds", "further parts of claims"),
        "cue": QCoreApplication.translate("Kinds", "cues"),
        "characters": QCoreApplication.translate("Kinds", "characters beyond U+FFFF"),
        "quotation": QCoreApplication.translate("Kinds", "kinds of quotation"),
        "certainty": QCoreApplication.translate("Kinds", "certainty"),
        "claim details": QCoreApplication.translate("Kinds", "details of claims"),
        "mention details": QCoreApplication.translate("Kinds", "details of mentions"),
        "overlap": QCoreApplication.translate("Kinds", "marks that overlap longer ones"),
        "widened": QCoreApplication.translate("Kinds", "boundaries within a token, widened"),
        "roles": QCoreApplication.translate("Kinds", "roles other than who says it"),
        "fields": QCoreApplication.translate("Kinds", "own fields of claims"),
    }
    return texts.get(kind, kind.replace("_", " "))
