"""A copy as a file is merged into the project wherever that lies: in a file, or on a server."""

from __future__ import annotations

from pathlib import Path

from annotator.actions.merging import merge_copies
from annotator.actions.speakers import edit_speaker
from annotator.actions.tagging import add_speaker, add_topic, delete_marks, tag_claim
from annotator.queries.check import problems
from annotator.records import SpeakerRecord
from annotator.store import Store
from tests.actions.test_merging import BASE
from tests.sample_articles import add_articles, snapshot


def test_a_copy_is_merged_and_taken_back(store: Store, tmp_path: Path) -> None:
    add_articles(store, [*BASE, SpeakerRecord("ilse", "Ilse Varga", note="old")], source="base", by="Somebody")
    path = store.copy_to(tmp_path / "copy.annotator")
    edit_speaker(store, "mira", note="here")
    with Store.open(path, "Ben") as copy:
        made = tag_claim(copy, "a", [(0, 4)])
        add_topic(copy, made, "fees", stance="opposes")
        add_speaker(copy, made, "jonas", mention=[(5, 9)])
        edit_speaker(copy, "mira", note="there")
        edit_speaker(copy, "ilse", note="new")
        delete_marks(copy, ["c2"])
    before = snapshot(store)
    [report] = merge_copies(store, [path])
    assert (report.only_there, report.changed_there, report.removed) == (2, 1, 1)
    assert report.conflicts == ["Speaker “Mira Okafor” was changed here and in the copy; what is here was kept."]
    with store.read() as session:
        assert list(problems(session)) == []
    [again] = merge_copies(store, [path])
    assert (again.only_there, again.changed_there, again.removed) == (0, 0, 0)
    store.undo()
    assert snapshot(store) == before
