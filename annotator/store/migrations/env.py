"""Run by Alembic, on the connection and inside the transaction that `store/schema.py` gives it."""

from alembic import context

from annotator.model import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
