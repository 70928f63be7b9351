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


def test_a_row_that_has_too_little_room_is_not_shown_in_half(qtbot: QtBot) -> None:
    table = PlainTable("Plan")
    qtbot.addWidget(table)
    table.show_rows(["Article", "Readers"], [PlainRow((f"Two ships {each}", "Ana")) for each in range(10)])
    table.resize(400, 300)
    table.show()
    last = table.rowAt(table.viewport().height() - 1)
    half = table.rowViewportPosition(last) + table.rowHeight(last) // 2 - table.viewport().height()
    table.resize(400, 300 + half)
    shown, top = picture(table), table.rowViewportPosition(last)
    below = {shown.pixel(x, y) for x in range(shown.width()) for y in range(top, shown.height())}
    above = {shown.pixel(x, y) for x in range(shown.width()) for y in range(top - table.rowHeight(last), top)}
    assert len(below) == 1
    assert len(above) > 1
    table.scrollToBottom()
    assert table.rowAt(table.viewport().height() - 1) in (-1, 9)
