"""The help: a window beside the work, its pages at the left, the page read at the right.

Opened by F1; it may stay open while one works. It shows the program's own pages and follows no link
out of them.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFontInfo, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from annotator.gui.dialogs.help_pages import HelpPage, help_pages, page_style
from annotator.gui.dress import current_theme, dress
from annotator.gui.theme import LARGE, TITLE_BAR, WIDE, Theme, scaled

LIST_WIDTH = 250
LIST_ROOM = 32
ROW_HEIGHT = 34
"""All in pixels at the usual size of the interface."""
TEXT_SCALE = 1.1


class HelpViewer(QWidget):
    """A window of its own, not modal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help")
        self.setWindowTitle(self.tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        room = self.screen().availableSize().expandedTo(parent.size() if parent else QSize())
        self.resize(QSize(scaled(1000), scaled(680)).boundedTo(room - QSize(0, TITLE_BAR)))
        self.pages: list[HelpPage] = help_pages()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.list.addItems([page.title for page in self.pages])
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Page of the help"))
        self.text.document().setDocumentMargin(WIDE)
        self.text.anchorClicked.connect(self._follow)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_row)
        dress(self, self._dressed)
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(LARGE)
        both.addWidget(self.list)
        both.addWidget(self.text, 1)
        closing = QPushButton(self.tr("Close"))
        closing.setProperty("kind", "primary")
        closing.clicked.connect(self.close)
        page = QVBoxLayout(self)
        page.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        page.setSpacing(LARGE)
        page.addLayout(both, 1)
        page.addWidget(closing, 0, Qt.AlignmentFlag.AlignRight)
        for keys in ("Esc", "Ctrl+W"):
            QShortcut(QKeySequence(keys), self, self.close)

    def show_page(self, name: str) -> None:
        """Turn to a page by its name; an unknown one leaves the page that is open."""
        for row, page in enumerate(self.pages):
            if page.name == name:
                self.list.setCurrentRow(row)

    def _show_row(self, row: int) -> None:
        if row < 0:
            return
        font = QApplication.font()
        style = page_style(current_theme(), QFontInfo(font).family(), font.pointSizeF() * TEXT_SCALE)
        self.text.document().setDefaultStyleSheet(style)
        self.text.setHtml(self.pages[row].html)

    def _follow(self, url: QUrl) -> None:
        self.show_page(url.toString().removesuffix(".md"))

    def _dressed(self, theme: Theme) -> None:
        # A window that is no dialog has no ground of its own in the style sheet.
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("bg"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        wanted = max(scaled(LIST_WIDTH), self.list.sizeHintForColumn(0) + scaled(LIST_ROOM))
        self.list.setFixedWidth(min(wanted, self.width() * 2 // 5))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, scaled(ROW_HEIGHT)))
        self._show_row(self.list.currentRow())
