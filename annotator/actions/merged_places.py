"""Places of marks where two copies of a project have different texts of an article.

Used by `merging.py` only. A mark that comes from the copy is anchored again by its words where the text here
is another; a mark of this project is, where the article's new text is taken from the copy. Nothing takes a
place that is not beyond doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.fitting import Fitting
from annotator.actions.merge_plan import MergePlan
from annotator.actions.revising import carry_over
from annotator.actions.spans import blank_cues, is_visible
from annotator.errors import InvalidSet
from annotator.formats import FileReport, Refusal
from annotator.model import Mark
from annotator.model.rows import MARK_COLUMNS, PART_COLUMNS, SPEAKER_COLUMNS, TOPIC_COLUMNS, marks_from, rows_of
from annotator.records import ArticleRecord, MarkRecord, Revision
from annotator.sentences import worded
from annotator.store import Store
from annotator.store.journal import Row, key_of
from annotator.store.lineage import Key, Lineage, Thing


def fit_marks(store: Store, plan: MergePlan, there: Lineage, report: FileReport) -> None:
    """Give the copy's marks their places in the texts that go on; those that find none are left out.

    Raises InvalidSet when the copy's marks do not lie where its own texts say.
    """
    marks = {key: thing for key, thing in plan.taken.items() if key[0] == "mark" and thing}
    articles = there.things({("article", (_main(thing)["article_id"],)) for thing in marks.values()})
    fitting = Fitting(store)
    waiting: defaultdict[tuple[str, int], list[Key]] = defaultdict(list)
    blank = 0
    for key, thing in list(marks.items()):
        row = _main(thing)
        _check(thing, articles[_article(thing)], report.path)
        seen = {each: part for each, part in thing.items() if not _is_blank_cue(each, part)}
        if len(seen) < len(thing):
            blank += 1
            plan.taken[key] = marks[key] = thing = seen
        if _text_goes_on(plan, _article(thing), row["revision"]):
            continue
        waiting[row["article_id"], row["revision"]].append(key)
    for article in {article for article, _ in waiting}:
        fitting.meets(_article_record(articles["article", (article,)]), article)
    lost: set[str] = set()
    for keys in waiting.values():
        records = [record_of_mark(marks[key]) for key in keys]
        for key, record, fitted in zip(keys, records, fitting.fitted(records), strict=True):
            _note(report, fitted.status)
            if fitted.mark is None:
                lost.add(record.id)
                words = record.parts[0].quote[:60]
                reason = worded("Its words “{words}” are not found for sure in the article’s text here.", words=words)
                report.refused.append(Refusal(f"{report.path}: mark {record.id}", reason))
                del plan.taken[key]
            else:
                plan.taken[key] = _thing(fitted.mark)
    _without(plan, lost)
    if blank:
        report.ignored.append(blank_cues(blank))


def _is_blank_cue(key: Key, row: Row) -> bool:
    return key[0] == "part" and row["role"] == "cue" and not is_visible(row["quote"])


def carry_over_marks(session: Session, plan: MergePlan, report: FileReport) -> None:
    """Bring this project's marks along to the texts that were taken from the copy; after the rows are written."""
    for key, thing in plan.taken.items():
        before = plan.here.get(key)
        if key[0] != "article" or not thing or not before:
            continue
        old, new = before[key]["revision"], thing[key]["revision"]
        if old == new:
            continue
        left = session.execute(select(Mark).where(Mark.article_id == key[1][0], Mark.revision == old)).scalars()
        texts = {number: thing["article_text", (key[1][0], number)]["text"] for number in (old, new)}
        mine = [mark for mark in left if ("mark", (mark.id,)) not in plan.taken]
        for status, ids in carry_over(session, mine, texts[old], texts[new], new).items():
            for _ in ids:
                _note(report, status)


def record_of_mark(thing: Thing) -> MarkRecord:
    """The record of a mark's rows."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for (table, _), row in thing.items():
        rows[table].append(row)

    def columns(table: str, wanted: Iterable[object]) -> list[tuple[object, ...]]:
        names = [column.name for column in wanted]  # type: ignore[attr-defined]  # columns of a table
        ordered = sorted(rows[table], key=lambda row: row.get("ordinal", 0))
        return [tuple(row[name] for name in names) for row in ordered]

    return next(
        marks_from(
            columns("mark", MARK_COLUMNS),
            columns("part", PART_COLUMNS),
            columns("claim_speaker", SPEAKER_COLUMNS),
            columns("claim_topic", TOPIC_COLUMNS),
        )
    )


def _thing(record: MarkRecord) -> Thing:
    return {(table.name, tuple(key_of(table, row))): row for table, rows in rows_of(record) for row in rows}


def _main(thing: Thing) -> Row:
    return next(row for (name, _), row in thing.items() if name == "mark")


def _article(thing: Thing) -> Key:
    return "article", (_main(thing)["article_id"],)


def _text_goes_on(plan: MergePlan, article: Key, revision: int) -> bool:
    """Whether the article goes on with the copy's text of that revision as its present one."""
    if article in plan.taken or article not in plan.here or article not in plan.there:
        return True
    key = "article_text", (article[1][0], revision)
    mine, theirs = plan.here[article], plan.there[article]
    same = mine.get(key, {}).get("sha256") == theirs.get(key, {}).get("sha256")
    return same and mine[article]["revision"] == theirs[article]["revision"]


def _check(thing: Thing, article: Thing, where: str) -> None:
    """The copy may be anybody's: a quote that its own text does not have would never be found again."""
    row = _main(thing)
    text = article.get(("article_text", (row["article_id"], row["revision"])), {}).get("text", "")
    for (name, _), part in thing.items():
        if name == "part" and text[part["start"] : part["end"]] != part["quote"]:
            raise InvalidSet(
                worded(
                    "Mark {id} is not what the copy’s own text says there, so nothing was taken in; look at it with "
                    "annotator check.",
                    id=row["id"],
                ),
                where=where,
            )


def _article_record(thing: Thing) -> ArticleRecord:
    row = next(row for (name, _), row in thing.items() if name == "article")
    texts = {text["revision"]: text for (name, _), text in thing.items() if name == "article_text"}
    present = texts.pop(row["revision"])
    earlier = tuple(
        Revision(number, texts[number]["text"], texts[number]["sha256"], texts[number]["retrieved"])
        for number in sorted(texts)
    )
    return ArticleRecord(
        row["id"], row["title"], row["byline"], row["published"], row["source"], row["url"], row["language"],
        present["text"], present["sha256"], row["revision"], earlier, (), (), row["file"], row["retrieved"], {},
    )  # fmt: skip


def _without(plan: MergePlan, lost: set[str]) -> None:
    """Claims without links to mentions that were left out; a speaker whom only they named goes too."""
    for key, thing in plan.taken.items():
        if key[0] == "mark" and any(row.get("mention_id") in lost for row in thing.values()):
            record = record_of_mark(thing)
            said = [
                structs.replace(each, mention=None) if each.mention in lost else each
                for each in getattr(record, "speakers", ())
            ]
            kept = tuple(each for each in said if each.speaker or each.mention)
            plan.taken[key] = _thing(structs.replace(record, speakers=kept))


def _note(report: FileReport, status: str) -> None:
    counts: Mapping[str, str] = {"moved": "moved", "uncertain": "uncertain", "orphan": "orphans"}
    if name := counts.get(status):
        setattr(report, name, getattr(report, name) + 1)
