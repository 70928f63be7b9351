"""Alembic's migrations of a project's database, one file a revision."""
