"""Opens the plan over a project, and assigns what is agreed to. Called for the command "plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.actions.planning import Proposed, carry_out, withdraw
from annotator.gui.language import tr
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
            said = tr("{n} assignments made; undo takes them back.")
            jobs.write(lambda: carry_out(store, proposed), lambda made: renew(said.format(n=made)))

        def take_back(article: str, annotator: str) -> None:
            said = tr("{n} assignments taken back.")
            jobs.write(lambda: withdraw(store, [article], [annotator]), lambda gone: renew(said.format(n=gone)))

        dialog.assigned.connect(assign)
        dialog.withdrawn.connect(take_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    jobs.ask(plan_overview, show)
