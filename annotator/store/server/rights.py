"""Who may read and write what in a team's database, kept by the server and not by the window.

`apply` writes the rules into the database: grants by role, and row-level security on every table. Called
when a project is made, brought up to date, or opened by its owner under other rules. A table that is not named
here can be read and written by nobody but the owner, so that a forgotten one is closed and not open.

A coder changes own marks only. In an article that a coder is to read blind, colleagues' marks, and all
that tells of them, are hidden until the coder has finished it. Reviewers see everything, write reviews
and the consensus, and ask for third opinions. Managers also keep the codebook, the articles and the
plan, and bring in the sets of people who have no account of their own. The owner of the database is
above all rules.

A rule is one function that claims to cost next to nothing. PostgreSQL may look at a row by some conditions of
the one who asks before it looks at the rule, and EXPLAIN tells whether it came to the rule at all; with conditions
such as `note < 'm'` that would spell hidden words letter by letter. The cheaper one comes first, which is the
rule. For the same reason no statistics are kept of what hidden rows say.

What stays open by PostgreSQL's own nature: how many rows a table has, also of one article, one annotator and one
kind, whether one of them has an optional value, and that somebody, somewhere, has just committed something. The
registries of speakers and propositions are everybody's.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection

from annotator.model.tables import TABLES
from annotator.records import TeamRole
from annotator.store.journal import MOST_ARTICLES

ROLES: tuple[TeamRole, ...] = ("coder", "reviewer", "manager")
SCHEMA = "annotator"
SEARCHED = f"{SCHEMA}, pg_catalog, pg_temp"

# Everybody reads these; they tell nothing of a colleague's marks.
OPEN = (
    "annotator", "article", "article_text", "assignment", "codebook", "field", "project", "proposition", "speaker",
    "topic",
)  # fmt: skip
HANGING = ("part", "claim_speaker", "claim_topic")

ALL = "(SELECT sees_all())"
ME = "(SELECT me())"
NAME = "(SELECT my_name())"
MEMBER = "(SELECT my_role()) IS NOT NULL"
ROLE = "(SELECT my_role())"
NOT_BLIND = f"({MEMBER} AND NOT (SELECT is_blind()))"
BLIND = "(SELECT blind_list())"
WRITABLE = "(SELECT writable_list())"
OWN_STEP = f"is_step_of(step, {NAME})"
REMARK = f"{ALL} OR {NOT_BLIND} OR is_among(annotator_id, ARRAY[{ME}]) OR is_shown_remark(target, {ME}, {BLIND})"

READ: dict[str, str] = {
    **dict.fromkeys(OPEN, MEMBER),
    "mark": f"{ALL} OR is_shown(article_id, annotator_id, {ME}, {BLIND})",
    **dict.fromkeys(
        HANGING, f"{ALL} OR is_shown(article_id, NULL, {ME}, {BLIND}) OR is_part_of(article_id, mark_id, ARRAY[{ME}])"
    ),
    "progress": f"{ALL} OR is_shown(article_id, annotator_id, {ME}, {BLIND})",
    "review": REMARK,
    "comment": REMARK,
    "removed_rows": f"{ALL} OR {OWN_STEP}",
    # That something was done in a blind article, by whom, when and to how many rows, is told by the step alone.
    "step": (
        f"{ALL} OR {NOT_BLIND} OR is_among(annotator, ARRAY[{NAME}])"
        f" OR is_shown_step(number, kind, undone_by, articles, {BLIND})"
    ),
    # Old and new values stand here too: of what a coder may not see, the coder may not see the history. They are
    # JSON, which no condition can look at before the rule.
    "journal": (
        f"{ALL} OR {NOT_BLIND} OR EXISTS"
        f" (SELECT FROM step WHERE step.number = journal.step AND step.annotator = {NAME})"
        f" OR table_name IN ({', '.join(repr(name) for name in OPEN)})"
        f" OR (table_name IN ('mark', {', '.join(repr(name) for name in HANGING)})"
        f" AND ({MEMBER} AND coalesce(new ->> 'article_id', old ->> 'article_id') NOT IN (SELECT blind_articles())"
        " OR EXISTS (SELECT FROM mark WHERE mark.id = journal.record)))"
        " OR (table_name = 'review' AND EXISTS (SELECT FROM review WHERE review.id = journal.record))"
        " OR (table_name = 'comment' AND EXISTS (SELECT FROM comment WHERE comment.id = journal.record))"
        " OR (table_name = 'progress' AND journal.record NOT IN (SELECT blind_articles()))"
    ),
}

WRITE: dict[str, str] = {
    **dict.fromkeys(("proposition", "speaker"), MEMBER),
    **dict.fromkeys(
        ("article", "article_text", "codebook", "field", "project", "topic"),
        f"{ROLE} = 'manager'",
    ),
    # The plan; a reviewer asks for a third opinion.
    "assignment": f"{ROLE} = 'manager' OR ({ALL} AND purpose = 'third')",
    # The consensus is entered by the first who decides something.
    "annotator": f"{ROLE} = 'manager' OR ({ALL} AND kind = 'consensus')",
    "mark": f"is_among(annotator_id, {WRITABLE})",
    **dict.fromkeys(HANGING, f"is_part_of(article_id, mark_id, {WRITABLE})"),
    "progress": f"{ALL} OR is_among(annotator_id, ARRAY[{ME}])",
    "review": f"{ALL} AND is_among(annotator_id, {WRITABLE})",
    "comment": f"is_among(annotator_id, {WRITABLE})",
    "removed_rows": OWN_STEP,
    "step": f"is_among(annotator, ARRAY[{NAME}])",
    "journal": OWN_STEP,
}

# What a role may do to a table at all; which rows of it, the rules above say.
EVERYTHING = "INSERT, UPDATE, DELETE"
CODER: dict[str, str] = {
    **dict.fromkeys(
        ("mark", *HANGING, "progress", "comment", "speaker", "proposition"),
        EVERYTHING,
    ),
    # The journal is only ever added to.
    "step": "INSERT, UPDATE (label, rows, open, undone_by, passed_over), DELETE",
    "journal": "INSERT",
    "removed_rows": "INSERT, DELETE",
}
REVIEWER = CODER | {"review": EVERYTHING, "assignment": EVERYTHING, "annotator": "INSERT"}
MANAGER = REVIEWER | dict.fromkeys(
    ("annotator", "article", "article_text", "assignment", "codebook", "field", "topic"), EVERYTHING
)
MANAGER["project"] = "UPDATE"
GRANTS: dict[TeamRole, dict[str, str]] = {"coder": CODER, "reviewer": REVIEWER, "manager": MANAGER}
# Who keeps the codebook settles what others' verdicts ask of it.
CHANGE: dict[str, str] = {"review": f"{ALL} AND (is_among(annotator_id, {WRITABLE}) OR {ROLE} = 'manager')"}
# Of one's own steps only the empty shell of a batch that brought nothing is ever removed.
DELETE: dict[str, str] = {"step": f"{WRITE['step']} AND kind = 'batch' AND open AND rows = 0"}

MEMBERS = """
CREATE TABLE IF NOT EXISTS member (
    login text PRIMARY KEY, annotator_id varchar COLLATE "C" NOT NULL UNIQUE REFERENCES annotator (id),
    role text NOT NULL CHECK (role IN ('coder', 'reviewer', 'manager'))
)"""
# Each runs as the owner, on the tables of the project alone, and tells only of who asks.
FUNCTIONS: dict[str, tuple[str, str]] = {
    "me": ("varchar", "SELECT annotator_id FROM member WHERE login = session_user"),
    "my_name": ("varchar", "SELECT name FROM annotator WHERE id = me()"),
    "my_role": ("text", "SELECT role FROM member WHERE login = session_user"),
    "sees_all": ("boolean", "SELECT coalesce(my_role() IN ('reviewer', 'manager'), false)"),
    "blind_articles": (
        "SETOF varchar",
        "SELECT a.article_id FROM assignment a WHERE a.annotator_id = me() AND a.blind AND NOT EXISTS (SELECT FROM "
        "progress p WHERE p.article_id = a.article_id AND p.annotator_id = a.annotator_id AND p.state IN ('finished', "
        "'reviewed'))",
    ),
    # NULL for who is no member.
    "blind_list": ("varchar[]", "SELECT CASE WHEN my_role() IS NOT NULL THEN ARRAY(SELECT blind_articles()) END"),
    "is_blind": ("boolean", "SELECT NOT sees_all() AND EXISTS (SELECT FROM blind_articles())"),
    # Steps are numbered across all of them, also those that are hidden from who makes the next one.
    "last_step": ("integer", "SELECT coalesce(max(number), 0) FROM step"),
    "writable_list": (
        "varchar[]",
        "SELECT array_agg(a.id) FROM annotator a WHERE a.id = me() OR (sees_all() AND a.kind = 'consensus') OR "
        "(my_role() = 'manager' AND NOT EXISTS (SELECT FROM member m WHERE m.annotator_id = a.id))",
    ),
}
# Each looks at one row; those that look at other tables as well do so as the owner, and do not answer
# who asks by hand in another's name (whose a mark is they tell to who knows its id).
RULES: dict[str, tuple[str, str]] = {
    "is_among": ("one varchar, several varchar[]", "one OPERATOR(pg_catalog.=) ANY (several)"),
    "is_shown": (
        "article varchar, owner varchar, me varchar, blind varchar[]",
        "owner OPERATOR(pg_catalog.=) me OR article OPERATOR(pg_catalog.<>) ALL (blind)",
    ),
}
LOOKING_RULES: dict[str, tuple[str, str]] = {
    "is_part_of": (
        "article varchar, mark varchar, owners varchar[]",
        "EXISTS (SELECT FROM mark m WHERE m.article_id = article AND m.id = mark AND m.annotator_id = ANY (owners))",
    ),
    "is_shown_remark": (
        "remark_target varchar, me varchar, blind varchar[]",
        "CASE WHEN EXISTS (SELECT FROM mark m WHERE m.id = remark_target"
        " AND (m.annotator_id = me OR m.article_id <> ALL (blind))) THEN me = me() AND blind @> blind_list() END",
    ),
    "is_step_of": (
        "step_number integer, name varchar",
        "CASE WHEN EXISTS (SELECT FROM step s WHERE s.number = step_number AND s.annotator = name)"
        " THEN name = my_name() END",
    ),
    # Of others' steps all but those that name a blind article, or may: a step names a few articles only, a remark
    # on a mark that is gone none. A batch is told by the marks that it brought; of one that was undone nothing is
    # left to tell it.
    "is_shown_step": (
        "step_number integer, step_kind varchar, undone integer, named json, blind varchar[]",
        f"blind IS NOT NULL AND CASE WHEN json_typeof(named) = 'array' THEN json_array_length(named) < {MOST_ARTICLES}"
        " AND NOT EXISTS (SELECT FROM json_array_elements_text(named) a WHERE a.value = ANY (blind))"
        " WHEN NOT blind @> blind_list() THEN false"
        " WHEN step_kind = 'batch' THEN undone IS NULL AND NOT EXISTS"
        " (SELECT FROM mark m WHERE m.batch = step_number AND m.article_id = ANY (blind))"
        " ELSE EXISTS (SELECT FROM journal j WHERE j.step = step_number) AND NOT EXISTS (SELECT FROM journal j"
        " LEFT JOIN review r ON r.id = j.record LEFT JOIN comment c ON c.id = j.record LEFT JOIN mark m"
        " ON m.id = coalesce(j.new ->> 'target', j.old ->> 'target', r.target, c.target)"
        " WHERE j.step = step_number AND j.table_name IN ('review', 'comment')"
        " AND (m.id IS NULL OR m.article_id = ANY (blind))) END",
    ),
}
# Statistics are kept of these alone, where rows may be hidden: where a row belongs, not what it says.
PLACES = frozenset({
    "annotator_id", "article_id", "id", "kind", "mark_id", "number", "operation", "ordinal", "record", "role", "seq",
    "step", "table_name", "target",
})  # fmt: skip


def are_current(connection: Connection) -> bool:
    """Whether the rules in the database are these; others were written by another version of the program."""
    query = f"SELECT obj_description('{SCHEMA}'::regnamespace, 'pg_namespace')"
    return bool(connection.exec_driver_sql(query).scalar_one() == _name_of_rules())


def _name_of_rules() -> str:
    rules = (READ, WRITE, CHANGE, DELETE, GRANTS, FUNCTIONS, RULES, LOOKING_RULES, sorted(PLACES))
    return hashlib.sha256(repr(rules).encode()).hexdigest()


def withdraw(connection: Connection) -> None:
    """Take all rules away, so that tables can be rebuilt; `apply` puts them back in the same transaction."""
    query = f"SELECT tablename, policyname FROM pg_policies WHERE schemaname = '{SCHEMA}'"
    for table, policy in connection.exec_driver_sql(query).all():
        connection.exec_driver_sql(f'DROP POLICY "{policy}" ON "{table}"')


def apply(connection: Connection) -> None:
    """Write the rules into the database, in the transaction of `connection`, which is the owner's."""
    run = connection.exec_driver_sql
    withdraw(connection)
    run(MEMBERS)
    for name, (kind, body) in FUNCTIONS.items():
        run(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS {kind} LANGUAGE sql STABLE SECURITY DEFINER "
            f"SET search_path = {SEARCHED} AS $$ {body} $$"
        )
        run(f"REVOKE ALL ON FUNCTION {name}() FROM PUBLIC")
    for name, (arguments, body) in (RULES | LOOKING_RULES).items():
        # What a rule names may mean something else to who asks, but where its words are bound.
        as_owner = f"SECURITY DEFINER SET search_path = {SEARCHED}" if name in LOOKING_RULES else ""
        run(
            f"CREATE OR REPLACE FUNCTION {name}({arguments}) RETURNS boolean LANGUAGE plpgsql STABLE "
            f"COST 0.0000001 {as_owner} AS $$ BEGIN RETURN coalesce({body}, false); END $$"
        )
        run(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")
    _keep_no_statistics(connection)
    tables = run(f"SELECT tablename FROM pg_tables WHERE schemaname = '{SCHEMA}'").scalars().all()
    for table in tables:
        run(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
        for policy in _policies(table):
            run(policy)
    run("CREATE POLICY read ON alembic_version FOR SELECT USING (true)")
    run(f"COMMENT ON SCHEMA {SCHEMA} IS '{_name_of_rules()}'")
    for login, role in run("SELECT login, role FROM member").all():
        grant(connection, login, role)


def _keep_no_statistics(connection: Connection) -> None:
    """Of values that say something; they would be told by the rows that EXPLAIN expects."""
    for name in READ:
        if name not in OPEN:
            for column in TABLES[name].columns:
                if column.name not in PLACES:
                    connection.exec_driver_sql(f'ALTER TABLE "{name}" ALTER COLUMN "{column.name}" SET STATISTICS 0')


def _policies(table: str) -> list[str]:
    made = []
    if table in READ:
        made.append(f'CREATE POLICY read ON "{table}" FOR SELECT USING ({READ[table].format(table=table)})')
    if table in WRITE:
        rule = WRITE[table].format(table=table)
        change = CHANGE.get(table, rule).format(table=table)
        remove = DELETE.get(table, rule).format(table=table)
        made += [
            f'CREATE POLICY add ON "{table}" FOR INSERT WITH CHECK ({rule})',
            f'CREATE POLICY change ON "{table}" FOR UPDATE USING ({change}) WITH CHECK ({change})',
            f'CREATE POLICY remove ON "{table}" FOR DELETE USING ({remove})',
        ]
    return made


def grant(connection: Connection, login: str, role: TeamRole) -> None:
    """Give a database role exactly what the team role may do."""
    run = connection.exec_driver_sql
    who = quoted(login)
    run(f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {who}")
    run(f"GRANT USAGE ON SCHEMA {SCHEMA} TO {who}")
    for table in (*READ, "alembic_version"):
        run(f'GRANT SELECT ON "{table}" TO {who}')
    for table, what in GRANTS[role].items():
        run(f'GRANT {what} ON "{table}" TO {who}')
    for name in (*FUNCTIONS, *RULES, *LOOKING_RULES):
        run(f"GRANT EXECUTE ON FUNCTION {name} TO {who}")


def revoke(connection: Connection, login: str) -> None:
    """Take everything in the project away from a database role."""
    run, who = connection.exec_driver_sql, quoted(login)
    run(f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {who}")
    run(f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM {who}")
    run(f"REVOKE ALL ON SCHEMA {SCHEMA} FROM {who}")


def quoted(name: str) -> str:
    """A name as SQL takes it; percent signs doubled for the driver."""
    return '"' + name.replace('"', '""').replace("%", "%%") + '"'
