"""Other copies of the project, merged after a look at what that would do."""
