"""The tables of a database of the Discourse Network Analyzer, version 3, and what of them is ours.

Used by the two halves of the format `dna`. Facts on the schema: the dossier of formats, checked on a sample file.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata

LONGEST_TEXT = 190
"""Names, titles and values are shorter than 191 characters."""

STATEMENT, ANNOTATION, CLAIM = "DNA Statement", "Annotation", "Claim"
"""Types of statements: those with agreement, notes on a span, and claims without agreement (ours)."""

PERSON, ORGANISATION, CONCEPT, AGREEMENT, NOTE, STANCE = (
    "person", "organization", "concept", "agreement", "note", "stance",
)  # fmt: skip

PASSWORD = "annotator"
"""Of every coder in a database that is written here; the program asks for one."""

OWN = ("annotator", "1")
"""In the settings, where this program wrote the database."""

CLAIMS = "ANNOTATORCLAIMS"
"""A table of our own, which the other program passes over: the statements that one claim or its note became."""

RECORDS = "ANNOTATORRECORDS"
"""Another such table: who or what a coder, document, entity or claim is here. Number: its own, of a claim that in
`CLAIMS`."""

SHORT, LONG, BOOLEAN = "short text", "long text", "boolean"
VARIABLES = (
    (1, PERSON, SHORT, 1),
    (2, ORGANISATION, SHORT, 1),
    (3, CONCEPT, SHORT, 1),
    (4, AGREEMENT, BOOLEAN, 1),
    (5, NOTE, LONG, 3),
    (6, PERSON, SHORT, 4),
    (7, ORGANISATION, SHORT, 4),
    (8, CONCEPT, SHORT, 4),
    (9, STANCE, SHORT, 4),
)
"""Number, name, type of data, and number of the type of statement."""

TYPES = ((1, STATEMENT, (239, 208, 51)), (3, ANNOTATION, (199, 199, 199)), (4, CLAIM, (59, 125, 216)))
ATTRIBUTES = ("Type", "Alias", "Notes")

_MAY = (
    "AddDocuments EditDocuments DeleteDocuments ImportDocuments AddStatements EditStatements DeleteStatements",
    "EditAttributes EditRegex EditStatementTypes EditCoders EditCoderRelations ViewOthersDocuments",
    "EditOthersDocuments ViewOthersStatements EditOthersStatements",
)
_PERMISSIONS = " ".join(f"Permission{each}!" for words in _MAY for each in words.split())
# After a name: # a number, ! yes (1) or no, nothing text; then > the table that it points to.
_TABLES = {
    "SETTINGS": "Property Value",
    "CODERS": f"ID# Name Red# Green# Blue# Refresh# FontSize# Password PopupWidth# ColorByCoder# PopupDecoration#"
    f" PopupAutoComplete# {_PERMISSIONS}",
    "CODERRELATIONS": "ID# Coder#>CODERS OtherCoder#>CODERS viewStatements! editStatements! viewDocuments!"
    " editDocuments!",
    "DOCUMENTS": "ID# Title Text Coder#>CODERS Author Source Section Notes Type Date#",
    "STATEMENTTYPES": "ID# Label Red# Green# Blue#",
    "VARIABLES": "ID# Variable DataType StatementTypeId#>STATEMENTTYPES",
    "VARIABLELINKS": "ID# SourceVariableId#>VARIABLES TargetVariableId#>VARIABLES",
    "REGEXES": "Label Red# Green# Blue#",
    "STATEMENTS": "ID# StatementTypeId#>STATEMENTTYPES DocumentId#>DOCUMENTS Start# Stop# Coder#>CODERS",
    "ENTITIES": "ID# VariableId#>VARIABLES Value Red# Green# Blue# ChildOf#",
    "DATABOOLEAN": "ID# StatementId#>STATEMENTS VariableId#>VARIABLES Value#",
    "DATAINTEGER": "ID# StatementId#>STATEMENTS VariableId#>VARIABLES Value#",
    "DATASHORTTEXT": "ID# StatementId#>STATEMENTS VariableId#>VARIABLES Entity#>ENTITIES",
    "DATALONGTEXT": "ID# StatementId#>STATEMENTS VariableId#>VARIABLES Value",
    "ATTRIBUTEVARIABLES": "ID# VariableId#>VARIABLES AttributeVariable",
    "ATTRIBUTEVALUES": "ID# EntityId#>ENTITIES AttributeVariableId#>ATTRIBUTEVARIABLES AttributeValue",
    CLAIMS: "ID# StatementId#>STATEMENTS Claim#",
    RECORDS: "ID# Kind Number# Seal Content",
}
TABLES = {name: tuple(words.split()) for name, words in _TABLES.items()}
"""Name of each table -> its columns with their signs."""

_NULLABLE = frozenset({"ChildOf", "Value", "Coder"})


def create(table: str) -> str:
    """The SQL that makes a table."""
    columns: list[str] = []
    keys: list[str] = []
    for word in TABLES[table]:
        name = word.rstrip("#!") if ">" not in word else word.partition("#>")[0]
        kind = "INTEGER" if "#" in word or "!" in word else "TEXT"
        must = "" if name in _NULLABLE else " NOT NULL"
        first = " PRIMARY KEY" if name in ("ID", "Property", "Label") and not columns else ""
        default = " DEFAULT 1" if "!" in word else ""
        columns.append(f"{name} {kind}{must}{first}{default}")
        if ">" in word:
            keys.append(f"FOREIGN KEY({name}) REFERENCES {word.partition('>')[2]}(ID) ON DELETE CASCADE")
    return f"CREATE TABLE {table}({', '.join([*columns, *keys])})"


def hashed(password: str, salt: bytes) -> str:
    """A password as the program keeps it. salt: 16 bytes."""
    digest = hashlib.sha256(salt + unicodedata.normalize("NFC", password).encode()).digest()
    for _ in range(100_000 - 1):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()
