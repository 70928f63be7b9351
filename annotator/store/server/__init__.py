"""A project on a PostgreSQL server, for a team. Loaded when a URL is opened; needs the extra `team`."""
