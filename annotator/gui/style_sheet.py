"""The one style sheet, written in the tokens of `theme.Theme` (`$ink`, `$accent`, …).

Read by `theme.py` alone. Buttons, labels and line edits say what they are by the dynamic property `kind`:
"primary", "flat", "danger" for buttons; "title", "soft", "faint" for labels; "card", "pane", "rule" for frames;
"heading" for a row of one tab.
`$least`, `$icon`, `$drop`, `$tick`, `$round`, `$ring` and `$dot` are pixels and grow with the interface.
`$pictures` is the folder of the arrow and the tick, one of each for a palette.
Every control that takes the focus shows it by a ring in the colour `focus`. What empty fields ask for has a colour
of its own: Qt would take half of the text's, which few can read.
"""

from __future__ import annotations

_SURFACES = """
QWidget { color: $ink; }
QMainWindow, QDialog, QMessageBox { background: $bg; }
QFrame[kind="pane"] { background: $pane; border: none; }
QFrame[kind="card"] { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-weight: 600; }
QLabel[kind="soft"] { color: $soft; }
QLabel[kind="faint"] { color: $faint; }
QLabel:disabled { color: $faint; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px 8px; }
QStatusBar { background: $pane; color: $soft; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $soft; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
"""

_BUTTONS = """
QPushButton, QToolButton { background: $card; color: $ink; border: 1px solid $line;
    border-radius: ${radius}px; padding: 5px 12px; min-height: ${least}px; }
QPushButton:hover, QToolButton:hover { background: $accentbg; border-color: $accent; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:checked, QToolButton:checked { background: $accentbg; color: $accent; font-weight: 600; }
QPushButton:disabled, QToolButton:disabled { background: $pane; color: $faint; border-color: $line;
    border-style: $unable; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent; border-color: $ink; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $pane; color: $faint; border-color: $line; }
QPushButton[kind="danger"] { color: $warn; }
QPushButton[kind="flat"], QToolButton[kind="flat"] { background: transparent; border-color: transparent; }
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover { background: $accentbg; }
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus { border: 2px solid $focus; }
QPushButton[kind="link"] { background: transparent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; padding: 0; color: $accent; text-align: left; min-height: ${least}px; }
QPushButton[kind="link"]:hover { background: transparent; text-decoration: underline; }
QPushButton[kind="link"]:focus { border: none; border-bottom: 2px solid $focus; padding: 0; }
QPushButton[kind="link"]:disabled { background: transparent; color: $faint; }
QToolButton::menu-indicator { image: none; }
QFileDialog QToolButton { padding: 5px; }
QFileDialog QToolButton:focus { padding: 4px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""

_FIELDS = """
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QPlainTextEdit, QTextEdit {
    background: $card; color: $ink; border: 1px solid $line; border-radius: ${radius}px;
    padding: 5px 9px; selection-background-color: $selection; selection-color: $ink; }
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit { placeholder-text-color: $faint; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit { min-height: ${least}px; }
QAbstractSpinBox { max-height: ${least}px; }
QLineEdit:hover, QComboBox:hover, QSpinBox:hover, QPlainTextEdit:hover,
QTextEdit:hover { border-color: $faint; }
QComboBox { padding: 5px 11px; combobox-popup: 0; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus { border: 2px solid $focus;
    padding: 4px 8px; }
QComboBox:focus { border: 2px solid $focus; padding: 4px 10px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 4px 6px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: $pane; color: $faint; }
QComboBox::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow { image: url("$pictures/caret-$tone.svg"); width: ${icon}px; height: ${icon}px;
    margin-right: 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QAbstractSpinBox QLineEdit { padding: 0 0 0 8px; border: none; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; padding: 4px;
    selection-background-color: $accentbg; selection-color: $accent; }
QCheckBox, QRadioButton { spacing: 8px; padding: 4px 0; border: none; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator { width: ${tick}px; height: ${tick}px; border: 1px solid $faint; border-radius: 4px; margin: 1px;
    background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$pictures/check-$tone.svg"); }
QRadioButton::indicator { width: ${tick}px; height: ${tick}px; border: 1px solid $faint; margin: 1px;
    border-radius: ${round}px; background: $card; }
QRadioButton::indicator:checked { border: ${ring}px solid $accent; width: ${dot}px; height: ${dot}px;
    background: $on_accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:unchecked:focus { border: 2px solid $focus; margin: 0; }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus { border-color: $ink; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $pane; }
QProgressBar { background: $bg; border: 1px solid $line; border-radius: 3px; max-height: 6px; min-height: 6px;
    text-align: center; }
QProgressBar::chunk { background: $ok; border-radius: 3px; }
"""

_VIEWS = """
QListView, QTreeView, QTableView, QListWidget, QTreeWidget, QTableWidget { background: $card; color: $ink;
    border: 1px solid $line; border-radius: ${radius}px; outline: none; padding: 4px;
    alternate-background-color: $pane; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $focus; padding: 3px; }
QListView::item, QTreeView::item { border: 1px solid transparent; border-radius: 5px; padding: 4px 8px;
    min-height: ${least}px; }
QTreeView::item { padding: 4px 8px 4px 7px; }
QListView::item:hover, QTreeView::item:hover { background: $pane; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $accentbg; color: $accent; }
QHeaderView { background: $pane; border: none; border-bottom: 1px solid $line; }
QHeaderView::section { background: $pane; color: $soft; border: none; padding: 5px 11px; }
QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $soft; border: 2px solid transparent;
    border-radius: ${radius}px; padding: 5px 12px; margin-right: 4px; }
QTabBar::tab:hover { color: $ink; background: $accentbg; }
QTabBar::tab:selected { background: $accentbg; color: $accent; font-weight: 600; }
QTabBar::tab:focus { border-color: $focus; }
QTabBar[kind="heading"]::tab { background: transparent; color: $ink; font-weight: 600; border: none;
    padding: 7px 0; }
"""

_MENUS_AND_BARS = """
QMenuBar { background: $pane; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $accentbg; color: $accent; }
QMenu { icon-size: ${icon}px; background: $card; border: 1px solid $line; border-radius: ${radius}px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accentbg; color: $accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 3px; border: 2px solid transparent; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; border-radius: 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; border-radius: 3px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:hover { background: $faint; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

STYLE_SHEET = _SURFACES + _BUTTONS + _FIELDS + _VIEWS + _MENUS_AND_BARS
