"""The Annotate screen: articles, reader and panel side by side, and what the keys do there."""
