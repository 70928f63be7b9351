"""Which column of a table of annotations holds what; opened from the import dialog.

Each row is an annotation. What the headings say of themselves is chosen already.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from annotator.formats.table_columns import FIELDS, tells_of_annotations
from annotator.gui.dialogs.columns_dialog import ColumnsDialog


class AnnotationColumnsDialog(ColumnsDialog):
    """`mapping` is what is chosen: field -> heading, an empty one for a field that no column holds."""

    fields = FIELDS

    def sentences(self) -> tuple[str, str]:
        """What is done with the table, and what becomes of its rows and columns."""
        sentence = self.tr("Each row becomes a tag. Columns that hold nothing of this are kept as its fields.")
        return self.tr("Take these columns"), sentence

    def word(self, field: str) -> str:
        """What a column may hold, in a word."""
        return annotation_field_word(field)

    def missing(self, chosen: Collection[str]) -> str:
        """What must still be said, as a sentence; empty where nothing must."""
        if tells_of_annotations(dict.fromkeys(chosen, "")):
            return ""
        return self.tr("Say which columns hold the words or the places, and a label, topic, speaker or note.")


def annotation_field_word(field: str) -> str:
    """What a column of a table of annotations may hold, in a word."""
    translate = QCoreApplication.translate
    words = {
        "quote": translate("AnnotationColumnsDialog", "words"),
        "start": translate("AnnotationColumnsDialog", "start"),
        "end": translate("AnnotationColumnsDialog", "end"),
        "label": translate("AnnotationColumnsDialog", "label"),
        "annotator": translate("AnnotationColumnsDialog", "annotator"),
        "note": translate("AnnotationColumnsDialog", "note"),
        "document": translate("AnnotationColumnsDialog", "article"),
        "text": translate("AnnotationColumnsDialog", "text of the article"),
        "speaker": translate("AnnotationColumnsDialog", "speaker"),
        "topic": translate("AnnotationColumnsDialog", "topic"),
        "stance": translate("AnnotationColumnsDialog", "stance"),
        "created": translate("AnnotationColumnsDialog", "time"),
    }
    return words[field]
