"""Files that hold several articles: each is added, and what was refused in them is said."""

from __future__ import annotations

import zipfile
from pathlib import Path

from annotator.actions.articles import add_articles
from annotator.store import Store

ONE = "# Harbour fees rise\n\nBy [Ada Lund](#)\n\nNovember 14, 2025\n\nThe fees rise. Nobody was asked.\n"
OTHER = "# Dockers strike\n\nBy [Ada Lund](#)\n\nNovember 15, 2025\n\nThe dockers strike for two days.\n"


def test_a_zip_adds_its_articles_and_names_what_it_refuses(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "week.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("one.md", ONE)
        made.writestr("inner/other.md", OTHER)
        made.writestr("../outside.md", "# Outside\n\nIt would be written elsewhere.\n")
    added, refused = add_articles(store, [archive])
    assert added.status == "added"
    assert {article.title for article in added.articles} == {"Harbour fees rise", "Dockers strike"}
    assert refused.status == "refused"
    assert refused.path.endswith("outside.md")
    assert refused.reason
    assert not (tmp_path.parent / "outside.md").exists()


def test_a_table_is_read_by_the_columns_that_are_named(store: Store, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("Ueberschrift,Inhalt\nFees rise,The fees rise. Nobody was asked.\n", encoding="utf-8")
    (outcome,) = add_articles(store, [table], columns={"title": "Ueberschrift", "text": "Inhalt"})
    assert [article.title for article in outcome.articles] == ["Fees rise"]
