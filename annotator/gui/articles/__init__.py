"""The left pane of Annotate: the list of articles."""
