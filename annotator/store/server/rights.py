"""Who may read and write what in a team's database, kept by the server and not by the window.

`apply` writes the rules into the database: grants by role, and row-level security on every table. Called
when a project is made, brought up to date, or gets a member. A table that is not named here can be read
and written by nobody but the owner, so that a forgotten one is closed and not open.

A coder changes own marks only. In an article that a coder is to read blind, colleagues' marks, and all
that tells of them, are hidden until the coder has finished it. Reviewers see everything, write reviews
and the consensus, and ask for third opinions. Managers also keep the codebook, the articles and the
plan, and bring in the sets of people who have no account of their own. The owner of the database is
above all rules.

What stays open by PostgreSQL's own nature: how many rows a table has in all, and that somebody, somewhere,
has just committed something. The registries of speakers and propositions are everybody's.
"""

from __future__ import annotations

from sqlalchemy import Connection

from annotator.records import TeamRole
from annotator.store.journal import MOST_ARTICLES

ROLES: tuple[TeamRole, ...] = ("coder", "reviewer", "manager")
SCHEMA = "annotator"

# Everybody reads these; they tell nothing of a colleague's marks.
OPEN = (
    "annotator", "article", "article_text", "assignment", "codebook", "field", "project", "proposition", "speaker",
    "topic",
)  # fmt: skip
HANGING = ("part", "claim_speaker", "claim_topic")

ALL = "(SELECT sees_all())"
ME = "(SELECT me())"
MEMBER = "(SELECT my_role()) IS NOT NULL"
ROLE = "(SELECT my_role())"
NOT_BLIND = f"({MEMBER} AND NOT (SELECT is_blind()))"
WRITABLE = "annotator_id IN (SELECT writable_annotators())"
# The names of tables are put in where a rule speaks of its own row.
ARTICLE_SHOWN = f"({MEMBER} AND {{table}}.article_id NOT IN (SELECT blind_articles()))"
TARGET_SHOWN = "EXISTS (SELECT FROM mark WHERE mark.id = {table}.target)"
STEP_SHOWN = "number NOT IN (SELECT hidden_steps())"
OWN_STEP = "EXISTS (SELECT FROM step WHERE step.number = {table}.step AND step.annotator = (SELECT my_name()))"
OWN_MARK = "EXISTS (SELECT FROM mark WHERE mark.article_id = {table}.article_id AND mark.id = {table}.mark_id AND "

READ: dict[str, str] = {
    **dict.fromkeys(OPEN, MEMBER),
    "mark": f"{ALL} OR annotator_id = {ME} OR {ARTICLE_SHOWN}",
    **dict.fromkeys(HANGING, f"{ALL} OR {ARTICLE_SHOWN} OR {OWN_MARK} mark.annotator_id = {ME})"),
    "progress": f"{ALL} OR annotator_id = {ME} OR {ARTICLE_SHOWN}",
    "review": f"{ALL} OR {NOT_BLIND} OR annotator_id = {ME} OR {TARGET_SHOWN}",
    "comment": f"{ALL} OR {NOT_BLIND} OR annotator_id = {ME} OR {TARGET_SHOWN}",
    "removed_rows": f"{ALL} OR {OWN_STEP}",
    # That something was done in a blind article, by whom, when and to how many rows, is told by the step alone.
    "step": f"{ALL} OR {NOT_BLIND} OR annotator = (SELECT my_name()) OR ({MEMBER} AND {STEP_SHOWN})",
    # Old and new values stand here too: of what a coder may not see, the coder may not see the history.
    "journal": (
        f"{ALL} OR {NOT_BLIND} OR {OWN_STEP} OR table_name IN ({', '.join(repr(name) for name in OPEN)})"
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
    "mark": WRITABLE,
    **dict.fromkeys(HANGING, f"{OWN_MARK} mark.{WRITABLE})"),
    "progress": f"{ALL} OR annotator_id = {ME}",
    "review": f"{ALL} AND {WRITABLE}",
    "comment": WRITABLE,
    "removed_rows": OWN_STEP,
    "step": "annotator = (SELECT my_name())",
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
CHANGE: dict[str, str] = {"review": f"{ALL} AND ({WRITABLE} OR {ROLE} = 'manager')"}
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
    "is_blind": ("boolean", "SELECT NOT sees_all() AND EXISTS (SELECT FROM blind_articles())"),
    # Of others' steps those that name a blind article, or may: a step names a few articles only, a remark on a
    # mark that is gone none. A batch is told by the marks that it brought; of one that was undone nothing is left
    # to tell it.
    "hidden_steps": (
        "SETOF integer",
        "SELECT s.number FROM step s WHERE s.annotator IS DISTINCT FROM (SELECT my_name()) AND CASE"
        f" WHEN json_typeof(s.articles) = 'array' THEN json_array_length(s.articles) >= {MOST_ARTICLES} OR EXISTS"
        " (SELECT FROM json_array_elements_text(s.articles) a WHERE a.value IN (SELECT blind_articles()))"
        " WHEN s.kind = 'batch' THEN s.undone_by IS NOT NULL OR s.number IN"
        " (SELECT m.batch FROM mark m WHERE m.article_id IN (SELECT blind_articles()))"
        " ELSE NOT EXISTS (SELECT FROM journal j WHERE j.step = s.number) OR EXISTS (SELECT FROM journal j"
        " LEFT JOIN review r ON r.id = j.record LEFT JOIN comment c ON c.id = j.record LEFT JOIN mark m"
        " ON m.id = coalesce(j.new ->> 'target', j.old ->> 'target', r.target, c.target)"
        " WHERE j.step = s.number AND j.table_name IN ('review', 'comment')"
        " AND (m.id IS NULL OR m.article_id IN (SELECT blind_articles()))) END",
    ),
    # Steps are numbered across all of them, also those that are hidden from who makes the next one.
    "last_step": ("integer", "SELECT coalesce(max(number), 0) FROM step"),
    "writable_annotators": (
        "SETOF varchar",
        "SELECT a.id FROM annotator a WHERE a.id = me() OR (sees_all() AND a.kind = 'consensus') OR (my_role() = "
        "'manager' AND NOT EXISTS (SELECT FROM member m WHERE m.annotator_id = a.id))",
    ),
}


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
            f"SET search_path = {SCHEMA}, pg_catalog, pg_temp AS $$ {body} $$"
        )
        run(f"REVOKE ALL ON FUNCTION {name}() FROM PUBLIC")
    tables = run(f"SELECT tablename FROM pg_tables WHERE schemaname = '{SCHEMA}'").scalars().all()
    for table in tables:
        run(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
        for policy in _policies(table):
            run(policy)
    run("CREATE POLICY read ON alembic_version FOR SELECT USING (true)")
    for login, role in run("SELECT login, role FROM member").all():
        grant(connection, login, role)


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
    for name in FUNCTIONS:
        run(f"GRANT EXECUTE ON FUNCTION {name}() TO {who}")


def revoke(connection: Connection, login: str) -> None:
    """Take everything in the project away from a database role."""
    run, who = connection.exec_driver_sql, quoted(login)
    run(f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {who}")
    run(f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM {who}")
    run(f"REVOKE ALL ON SCHEMA {SCHEMA} FROM {who}")


def quoted(name: str) -> str:
    """A name as SQL takes it; percent signs doubled for the driver."""
    return '"' + name.replace('"', '""').replace("%", "%%") + '"'
