"""Opens the view of agreement over a project, and does what it asks for.

Called for the command "agreement" and by the Review screen's line of figures.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from annotator.actions.agreement_report import Compared, compare, write_methods, write_table
from annotator.gui import files_dialog
from annotator.gui.agreement.view import AgreementView
from annotator.gui.language import tr
from annotator.queries.agreement_cases import Case, cases
from annotator.queries.annotators import ids_of_names
from annotator.queries.plan import blind_articles

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.queries import Session


def show_agreement(window: MainWindow) -> None:
    """Compare the annotators, then show how far they agree."""
    project = window.project
    if project is not None:
        store = project.store
        project.jobs.start(
            tr("Comparing the annotators"), lambda report: compare(store, report), partial(_show, window)
        )


def _show(window: MainWindow, compared: Compared) -> None:
    if window.project is None:
        return
    view = AgreementView(compared, window)
    view.cases_wanted.connect(partial(_ask_cases, window, view))
    view.case_chosen.connect(partial(_go_to, window))
    view.gamma_wanted.connect(lambda: _add_gamma(window, view))
    view.table_wanted.connect(lambda: _write(window, view, "csv"))
    view.methods_wanted.connect(lambda: _write(window, view, "md"))
    view.finished.connect(view.deleteLater)
    view.open()


def _go_to(window: MainWindow, mark: str, article: str) -> None:
    """Show the case on the Review screen, once that has compared the articles."""
    from annotator.gui.review.screen import ReviewScreen

    window.show_screen("review")
    screen = window.project.screens.shown if window.project is not None else None
    if not isinstance(screen, ReviewScreen):
        return
    if screen.comparing.running:
        once = Qt.ConnectionType.SingleShotConnection
        screen.comparing.ended.connect(lambda: screen.show_mark(mark, [article]), once)
    else:
        screen.show_mark(mark, [article])


def _add_gamma(window: MainWindow, view: AgreementView) -> None:
    project = window.project
    if project is not None:
        store = project.store
        work = project.jobs.start(
            tr("Computing γ"), lambda report: compare(store, report, with_gamma=True), view.show_compared
        )
        view.finished.connect(work.cancel)


def _ask_cases(
    window: MainWindow,
    view: AgreementView,
    layer: str,
    pair: tuple[str, str] | None,
    article: str | None,
    topic: str | None,
) -> None:
    names = view.compared.names
    what = tr("{one} and {other}").format(one=pair[0], other=pair[1]) if pair else names.get(article or topic or "", "")

    def question(session: Session) -> list[Case]:
        ids = ids_of_names(session, pair) if pair else None
        hidden = blind_articles(session, window.project.store.annotator) if window.project else set()
        some = [article] if article else None
        return cases(session, layer, annotator_ids=ids, articles=some, topic=topic, without=hidden)

    if window.project is not None:
        window.project.jobs.ask(question, lambda found: view.show_cases(found, what), key="agreement cases")


def _write(window: MainWindow, view: AgreementView, suffix: str) -> None:
    project = window.project
    if project is None:
        return
    store, compared = project.store, view.compared
    proposal = store.beside(f"{store.file_name} " + tr("agreement") + f".{suffix}")
    kinds = {"csv": tr("Tables (*.csv)"), "md": tr("Pages (*.md)")}
    chosen, _ = files_dialog.save_file(view, tr("Save the figures"), str(proposal), kinds[suffix])
    if not chosen:
        return
    out = Path(chosen)

    def work(_report: Any) -> Path:
        (write_table if suffix == "csv" else write_methods)(compared, out)
        return out

    project.jobs.start(
        tr("Saving the figures"), work, lambda path: window.hint(tr("Saved to {path}.").format(path=path))
    )
