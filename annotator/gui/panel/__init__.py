"""The right pane of Annotate: the claims of the article as cards, its speakers, the tree of topics."""
