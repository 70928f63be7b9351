"""The palette (Ctrl+K): one field that finds every command, article, speaker and topic by its name."""
