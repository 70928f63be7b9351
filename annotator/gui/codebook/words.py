"""Kinds of fields and what they are asked of, in words. Every word passes through Qt's translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.records import FieldKind, FieldTarget


def field_kind_word(kind: FieldKind) -> str:
    """What kind of answer a field asks for."""
    translate = QCoreApplication.translate
    return {
        "choice": translate("Codebook", "one choice"),
        "choices": translate("Codebook", "several choices"),
        "text": translate("Codebook", "text"),
        "number": translate("Codebook", "number"),
        "yes_no": translate("Codebook", "yes or no"),
    }[kind]


def target_word(target: FieldTarget) -> str:
    """What a field is asked of."""
    translate = QCoreApplication.translate
    return {
        "claim": translate("Codebook", "claims"),
        "mention": translate("Codebook", "mentions"),
        "passage": translate("Codebook", "passages"),
        "article": translate("Codebook", "articles"),
    }[target]
