"""A table without rows says in their place what there would be."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.gui.plain_table import PlainRow, PlainTable


def picture(table: PlainTable) -> QImage:
    return table.viewport().grab().toImage()


def test_words_stand_in_the_place_of_the_rows(qtbot: QtBot) -> None:
    table = PlainTable("Plan")
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show_rows(["Article", "Readers"], [])
    blank = picture(table)
    table.say_instead("Nothing is assigned to anybody yet.")
    said = picture(table)
    assert said != blank
    assert table.accessibleDescription() == "Nothing is assigned to anybody yet."
    table.show_rows(["Article", "Readers"], [PlainRow(("Two ships", "Ana"))])
    with_words = picture(table)
    table.say_instead("")
    assert picture(table) == with_words
