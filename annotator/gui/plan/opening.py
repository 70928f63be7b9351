"""Opens the plan over a project, and assigns what is agreed to. Called for the command "plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.actions.planning import Proposed, carry_out, withdraw
from annotator.gui.language import counted, tr
from annotator.gui.plan.plan_dialog import PlanDialog
from annotator.queries.plan import PlanOverview, plan_overview

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def show_plan(window: MainWindow) -> None:
    """Ask for the plan, then show it."""
    project = window.project
    if project is None:
        return
    store, jobs = project.store, project.jobs

    def show(overview: PlanOverview) -> None:
        dialog = PlanDialog(overview, store.annotator, window)

        def renew(said: str) -> None:
            window.hint(said)
            jobs.ask(plan_overview, dialog.show_overview, key="plan")

        def assign(proposed: list[Proposed]) -> None:
            one, several = (
                tr("1 assignment made; undo takes it back."),
                tr("{count} assignments made; undo takes them back."),
            )
            jobs.write(lambda: carry_out(store, proposed), lambda made: renew(counted(made, one, several)))

        def take_back(article: str, annotator: str) -> None:
            one, several = tr("1 assignment taken back."), tr("{count} assignments taken back.")
            jobs.write(lambda: withdraw(store, [article], [annotator]), lambda gone: renew(counted(gone, one, several)))

        dialog.assigned.connect(assign)
        dialog.withdrawn.connect(take_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    jobs.ask(plan_overview, show)
