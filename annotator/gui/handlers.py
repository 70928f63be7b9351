"""Which command does what: tables by place, from the command's id to the call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

Handler = Callable[[], object]


def handlers(window: MainWindow) -> dict[str, Handler]:
    """The handlers of one window. Those of the text are only called while an article is open."""
    parts = (_of_the_window, _of_the_codebook, _of_the_cursor, _of_the_tags, _of_the_review)
    return {id_: handler for part in parts for id_, handler in part(window).items()}


def switches(window: MainWindow) -> dict[str, Callable[[], bool]]:
    """Commands that show and hide something, each with whether it is shown now."""

    def pane(side: int) -> bool:
        return window.project is not None and window.project.screens.shown.is_shown(side)

    def colleagues() -> bool:
        return window.project is not None and window.project.screen.opened.shows_colleagues

    return {"articles_pane": lambda: pane(0), "panel_pane": lambda: pane(2), "colleagues": colleagues}


def _screen(window: MainWindow) -> Any:
    """The Annotate screen, whichever is shown."""
    assert window.project is not None
    return window.project.screen


def _shown(window: MainWindow) -> Any:
    """The screen that is shown."""
    assert window.project is not None
    return window.project.screens.shown


def _codebook(window: MainWindow) -> Any:
    """The Codebook screen, brought to the front."""
    window.show_screen("codebook")
    return _shown(window)


def _agreement(window: MainWindow) -> None:
    from annotator.gui.agreement.opening import show_agreement

    show_agreement(window)


def _merge(window: MainWindow) -> None:
    from annotator.gui.copies.opening import merge_copy

    merge_copy(window)


def _plan(window: MainWindow) -> None:
    from annotator.gui.plan.opening import show_plan

    show_plan(window)


def _of_the_window(window: MainWindow) -> dict[str, Handler]:
    commands = window.commands

    def screen() -> Any:
        return _screen(window)

    def shown() -> Any:
        return _shown(window)

    return {
        "about": commands.about,
        "add": commands.add,
        "add_folder": commands.add_folder,
        "article_details": commands.article_details,
        "agreement": lambda: _agreement(window),
        "annotate": lambda: window.show_screen("annotate"),
        "articles_pane": lambda: shown().fold(0),
        "backup": commands.backup,
        "close": window.show_welcome,
        "colleagues": commands.colleagues,
        "connect": commands.connect,
        "export": commands.export,
        "finish": commands.finish,
        "help": commands.help,
        "highlighters": commands.highlighters,
        "history": commands.history,
        "import": commands.import_,
        "keys": commands.keys,
        "larger": lambda: commands.resize_text(1),
        "log": commands.open_log,
        "merge": lambda: _merge(window),
        "new": commands.new,
        "normal_size": lambda: commands.resize_text(0),
        "nothing_article": commands.nothing_article,
        "open": commands.open,
        "palette": lambda: window.palette_.open(),
        "panel_pane": lambda: shown().fold(2),
        "plan": lambda: _plan(window),
        "quit": window.close,
        "redo": lambda: commands.undo(redo=True),
        "remove_article": commands.remove_article,
        "review": lambda: window.show_screen("review"),
        "sample": commands.sample,
        "settings": commands.settings,
        "smaller": lambda: commands.resize_text(-1),
        "tour": lambda: screen().tour.begin(),
        "undo": lambda: commands.undo(redo=False),
    }


def _of_the_codebook(window: MainWindow) -> dict[str, Handler]:
    """The Codebook screen, its pages and its files."""
    return {
        "codebook": lambda: window.show_screen("codebook"),
        "codebook_fields": lambda: _codebook(window).show_page("fields"),
        "codebook_versions": lambda: _codebook(window).show_page("versions"),
        "export_codebook": lambda: _codebook(window).files.export(),
        "import_codebook": lambda: _codebook(window).files.import_(),
        "registry": lambda: _codebook(window).show_page("speakers"),
    }


def _of_the_cursor(window: MainWindow) -> dict[str, Handler]:
    """Reading: where the cursor goes, what is selected, what is found."""

    def screen() -> Any:
        return _screen(window)

    def reader() -> Any:
        return screen().reader

    def move(edge: str, unit: str, right: bool) -> Handler:
        return lambda: screen().tagger.move(edge, unit, right=right)

    return {
        "caret_left": lambda: reader().move_caret("character", right=False),
        "caret_right": lambda: reader().move_caret("character", right=True),
        "caret_word_left": lambda: reader().move_caret("word", right=False),
        "caret_word_right": lambda: reader().move_caret("word", right=True),
        "copy": lambda: reader().copy(),
        "highlight": window.commands.highlight,
        "copy_source": window.commands.copy_source,
        "end_left": move("end", "word", False),
        "end_left_character": move("end", "character", False),
        "end_right": move("end", "word", True),
        "end_right_character": move("end", "character", True),
        "find": lambda: screen().finding.open(),
        "find_next": lambda: screen().finding.step(1),
        "find_previous": lambda: screen().finding.step(-1),
        "next_article": lambda: screen().step(screen().articles.next_id()),
        "next_mark": lambda: screen().stepping.next_mark(),
        "next_sentence": lambda: screen().stepping.next_sentence(),
        "overlap": lambda: screen().stepping.overlapping(),
        "previous_article": lambda: screen().step(screen().articles.previous_id()),
        "previous_mark": lambda: screen().stepping.previous_mark(),
        "previous_sentence": lambda: screen().stepping.previous_sentence(),
        "select_sentence_down": lambda: reader().extend_sentence(forward=True),
        "select_sentence_up": lambda: reader().extend_sentence(forward=False),
        "select_left": lambda: reader().extend_toward("character", right=False),
        "select_right": lambda: reader().extend_toward("character", right=True),
        "select_word_left": lambda: reader().extend_toward("word", right=False),
        "select_word_right": lambda: reader().extend_toward("word", right=True),
        "start_left": move("start", "word", False),
        "start_left_character": move("start", "character", False),
        "start_right": move("start", "word", True),
        "start_right_character": move("start", "character", True),
    }


def _of_the_tags(window: MainWindow) -> dict[str, Handler]:
    def screen() -> Any:
        return _screen(window)

    def tagger() -> Any:
        return screen().tagger

    return {
        "appearances": lambda: screen().propositions.list_appearances(tagger().current()),
        "certainty": lambda: tagger().certainty(),
        "claim": lambda: tagger().claim(),
        "cue": lambda: tagger().cue(),
        "delete": lambda: tagger().delete(),
        "direct": lambda: tagger().quotation("direct"),
        "done": lambda: tagger().done(),
        "edit": lambda: tagger().edit(),
        "indirect": lambda: tagger().quotation("indirect"),
        "leave": lambda: tagger().leave(),
        "mixed": lambda: tagger().quotation("mixed"),
        "neutral": lambda: tagger().stance("neutral"),
        "no_stance": lambda: tagger().stance(None),
        "note": lambda: tagger().note(),
        "nothing": lambda: tagger().nothing(),
        "occurrences": lambda: screen().occurrences.ask(tagger().current()),
        "other_speaker": lambda: tagger().other_speaker(),
        "other_topic": lambda: tagger().other_topic(),
        "opposes": lambda: tagger().stance("opposes"),
        "paraphrase": lambda: tagger().quotation("paraphrase"),
        "copy_tags": lambda: screen().same_tags.copy(tagger().current()),
        "same_tags": lambda: screen().same_tags.give(tagger().current()),
        "part": lambda: tagger().part(),
        "propositions": lambda: screen().proposition_list.open(),
        "proposition": lambda: tagger().proposition(),
        "resolve": lambda: tagger().resolve(),
        "role": lambda: tagger().role(),
        "speaker": lambda: tagger().speaker(),
        "supports": lambda: tagger().stance("supports"),
        "take_out": lambda: tagger().take_out(),
        "topic": lambda: tagger().topic(),
        "unclear": lambda: tagger().stance("unclear"),
    }


def _of_the_review(window: MainWindow) -> dict[str, Handler]:
    def shown() -> Any:
        return _shown(window)

    def amended(edge: str, unit: str, right: bool) -> Handler:
        return lambda: shown().move_boundary(edge, unit, right=right)

    def version(number: int) -> Handler:
        return lambda: shown().choose_version(number)

    def differently() -> None:
        from annotator.gui.review.differently import show_differently

        show_differently(window)

    return {
        **{f"version_{number}": version(number) for number in range(1, 10)},
        "accept": lambda: shown().decide("accept"),
        "accept_all": lambda: shown().summary.accept_all(),
        "accept_why": lambda: shown().decide("accept", ask_why=True),
        "amend": lambda: shown().decide("amend"),
        "amend_why": lambda: shown().decide("amend", ask_why=True),
        "amended_end_left": amended("end", "word", False),
        "amended_end_left_character": amended("end", "character", False),
        "amended_end_right": amended("end", "word", True),
        "amended_end_right_character": amended("end", "character", True),
        "amended_start_left": amended("start", "word", False),
        "amended_start_left_character": amended("start", "character", False),
        "amended_start_right": amended("start", "word", True),
        "amended_start_right_character": amended("start", "character", True),
        "codebook_question": lambda: shown().flag(),
        "comment": lambda: shown().comment(),
        "decided_differently": differently,
        "hide_names": lambda: shown().hide_names(),
        "next_disagreement": lambda: shown().step(1),
        "previous_disagreement": lambda: shown().step(-1),
        "reject": lambda: shown().decide("reject"),
        "reject_why": lambda: shown().decide("reject", ask_why=True),
        "review_overview": lambda: shown().summary.overview(),
        "skip": lambda: shown().skip(),
        "third_opinion": lambda: shown().summary.third_opinion(),
    }
