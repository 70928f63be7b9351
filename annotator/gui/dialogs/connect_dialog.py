"""Connect to the team's database: where it is, who you are, a test that says in words what is wrong.

Opened by `gui/connecting.py`, which does the testing and opening in the background; this only asks and
shows. The password is neither kept nor shown here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import repolish
from annotator.gui.labels import label
from annotator.gui.theme import MEDIUM, SMALL

USUAL_PORT = 5432


@dataclass(frozen=True)
class ConnectWish:
    """What the form says. keep: put the password into the keyring; verified: only with a certificate."""

    host: str = ""
    port: int | None = None
    database: str = ""
    user: str = ""
    password: str = ""
    keep: bool = True
    verified: bool = False

    def __repr__(self) -> str:
        return f"ConnectWish({self.user!r} at {self.host!r}, {self.database!r})"


class ConnectDialog(DesignedDialog):
    """Five fields, two choices, one sentence on how the test went."""

    test_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, parent: QWidget | None, known: ConnectWish, sentence: str = "") -> None:
        """known: what the fields hold at first. sentence: why the form is shown again."""
        super().__init__(parent, "", scrolls=True)
        self.setWindowTitle(self.tr("Team’s database"))
        self.heading.setText(self.tr("Connect to the team’s database"))
        self.explain(
            self.tr("Everybody works on one project, on a PostgreSQL server. Whoever keeps it knows what to fill in.")
        )
        self.open_at(560, 540)
        form = QFormLayout()
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(SMALL)
        self.host = self._field(form, self.tr("Server"), known.host, self.tr("this computer"))
        self.port = self._field(form, self.tr("Port"), str(known.port or ""), str(USUAL_PORT))
        self.port.setValidator(QIntValidator(1, 65535, self))
        self.database = self._field(form, self.tr("Database"), known.database)
        self.user = self._field(form, self.tr("Your name there"), known.user)
        hint = self.tr("if the server asks for one")
        self.password = self._field(form, self.tr("Password"), known.password, hint)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.content.addLayout(form)
        self.keep = QCheckBox(self.tr("Keep the password in this system’s keyring"))
        self.keep.setChecked(known.keep)
        self.verified = QCheckBox(self.tr("Only if the server proves who it is (TLS with a verified certificate)"))
        self.verified.setChecked(known.verified)
        self.content.addWidget(self.keep)
        self.content.addWidget(self.verified)
        self.answer = label("", "soft", wrapped=True)
        self.answer.setAccessibleName(self.tr("How the test went"))
        # Room for two lines from the start, so that the answer moves nothing.
        self.answer.setMinimumHeight(2 * self.answer.fontMetrics().lineSpacing() + SMALL)
        self.content.addWidget(self.answer)
        self.test = self.add_button(self.tr("Test the connection"), lambda: self._ask(self.test_wanted), left=True)
        self.add_button(self.tr("Cancel"), self.reject)
        self.take = self.add_button(
            self.tr("Connect"), lambda: self._ask(self.open_wanted), kind="primary", default=True
        )
        self.database.textChanged.connect(self._changed)
        self._changed()
        if sentence:
            self.show_result(sentence, good=False)
        first = (self.database, self.host) if not known.database else (self.password,)
        first[-1].setFocus()

    def _field(self, form: QFormLayout, title: str, value: str, hint: str = "") -> QLineEdit:
        line = QLineEdit(value)
        line.setPlaceholderText(hint)
        line.setAccessibleName(title)
        name = label(title, "soft")
        name.setBuddy(line)
        form.addRow(name, line)
        return line

    def _changed(self) -> None:
        for button in (self.test, self.take):
            button.setEnabled(bool(self.database.text().strip()))

    def wish(self) -> ConnectWish:
        """What the fields say now."""
        port = self.port.text().strip()
        return ConnectWish(
            self.host.text().strip(),
            int(port) if port else None,
            self.database.text().strip(),
            self.user.text().strip(),
            self.password.text(),
            self.keep.isChecked(),
            self.verified.isChecked(),
        )

    def _ask(self, wanted: object) -> None:
        self.show_busy()
        wanted.emit(self.wish())  # type: ignore[attr-defined]  # one of the two signals

    def show_busy(self) -> None:
        """The test is under way; the form waits for its answer."""
        self._tell(self.tr("Connecting…"), "soft")
        for button in (self.test, self.take):
            button.setEnabled(False)

    def show_result(self, sentence: str, *, good: bool) -> None:
        """How the test went."""
        self._tell(sentence, "ok" if good else "warn")
        self._changed()

    def _tell(self, sentence: str, kind: str) -> None:
        self.answer.setText(sentence)
        self.answer.setAccessibleDescription(sentence)
        self.answer.setProperty("kind", kind)
        repolish(self.answer)
