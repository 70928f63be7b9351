"""What is dropped is sorted out by its content: annotation sets, articles, and texts that belong to a set."""

from __future__ import annotations

from pathlib import Path

from annotator.actions.exchange import export_set
from annotator.actions.set_files import sets_and_articles
from annotator.store import Store

TEXT = "The quay sinks, said Rika Storm."
ANN = "T1\tContent 0 14\tThe quay sinks\n"


def test_sets_and_articles_are_told_apart(project: Path, tmp_path: Path) -> None:
    with Store.open(project, "Ana") as store:
        export_set(store, tmp_path / "story.jsonl")
    for name, text in (("story.md", f"# Quay\n\n{TEXT}\n"), ("quay.txt", TEXT), ("quay.ann", ANN), ("other.txt", TEXT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [tmp_path / name for name in ("story.jsonl", "story.md", "quay.txt", "quay.ann", "other.txt", "absent.md")]
    sets, articles = sets_and_articles(files)
    assert [each.name for each in sets] == ["story.jsonl", "quay.ann"]
    assert [each.name for each in articles] == ["story.md", "other.txt", "absent.md"]


def test_a_folder_is_a_set_when_nothing_else_is_in_it(project: Path, tmp_path: Path) -> None:
    sets, mixed, empty, brat = (tmp_path / name for name in ("sets", "mixed", "empty", "brat"))
    for folder in (sets, mixed, empty, brat):
        folder.mkdir()
    with Store.open(project, "Ana") as store:
        export_set(store, sets / "a.jsonl")
        export_set(store, mixed / "a.jsonl")
    (mixed / "story.md").write_text(f"# Quay\n\n{TEXT}\n", encoding="utf-8")
    (brat / "quay.txt").write_text(TEXT, encoding="utf-8")
    (brat / "quay.ann").write_text(ANN, encoding="utf-8")
    assert sets_and_articles([sets, mixed, empty, brat]) == ([sets, brat], [mixed, empty])
