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
        "controls": QCoreApplication.translate("Kinds", "control characters"),
        "cut": QCoreApplication.translate("Kinds", "letters beyond the length of a field"),
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


def sign_text(format_name: str) -> str:
    """What a file of this format was told by; empty for formats of other packages."""
    texts = {
        "native": QCoreApplication.translate("Signs", "its first line says that it is an annotation set"),
        "csv": QCoreApplication.translate("Signs", "it holds the tables that this program writes"),
        "xlsx": QCoreApplication.translate("Signs", "its sheets are the tables that this program writes"),
        "table": QCoreApplication.translate("Signs", "its columns are those of annotations"),
        "w3c": QCoreApplication.translate("Signs", "it names Web Annotations or has their selectors"),
        "brat": QCoreApplication.translate("Signs", "it has stand-off records, as in .ann files"),
        "xmi": QCoreApplication.translate("Signs", "it begins as XMI of a UIMA CAS"),
        "cas_json": QCoreApplication.translate("Signs", "it has the types and structures of a UIMA CAS"),
        "webanno_tsv": QCoreApplication.translate("Signs", "its first line names WebAnno TSV 3"),
        "refi-qda": QCoreApplication.translate("Signs", "it is an archive with a project (.qde)"),
        "refi-qdc": QCoreApplication.translate("Signs", "it begins as a REFI-QDA codebook"),
        "dna": QCoreApplication.translate("Signs", "it is a database with the tables of statements"),
        "conll": QCoreApplication.translate("Signs", "its lines end in tags such as B-PER"),
        "doccano": QCoreApplication.translate("Signs", "its objects have texts with labels"),
        "prodigy": QCoreApplication.translate("Signs", "its objects have texts with spans or answers"),
        "label_studio": QCoreApplication.translate("Signs", "its objects are tasks with results"),
        "labelbuddy": QCoreApplication.translate("Signs", "its objects are documents with annotations, or labels"),
    }
    return texts.get(format_name, "")
